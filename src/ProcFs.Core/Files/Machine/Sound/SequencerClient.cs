using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>Models a client in <c>/proc/asound/seq/clients</c>: a program or driver that sends or receives MIDI events. Source: snd_seq_info_clients_read() of sound/core/seq/seq_clientmgr.c.</summary>
public sealed class SequencerClient : ITable<SequencerClient>
{
    private const string Form = "a number, a name in quotes and a type";

    private readonly List<SequencerPort> _ports = [];

    private SequencerClient()
    {
    }

    /// <summary>The number of the client.</summary>
    public required int Number { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The type: <c>User</c> for a program, <c>Kernel</c> for a driver.</summary>
    public required string Type { get; init; }

    /// <summary>The version of MIDI: <c>Legacy</c>, <c>UMP MIDI1</c>, <c>UMP MIDI2</c>; null before Linux 6.5.</summary>
    public required string? MidiVersion { get; init; }

    /// <summary>The ports.</summary>
    public SequencerPort[] Ports => [.. _ports];

    /// <summary>The memory for events, by direction and kernel name: <c>Output pool size</c>, <c>Input pool cells in use</c>; empty if it has none.</summary>
    public IReadOnlyDictionary<string, string> Pools { get; private set; } = NamedValues<string>.Empty;

    internal static View View => new(
        typeof(SequencerClient),
        new(nameof(Number), 6),
        new(nameof(Name), 28),
        new(nameof(Type), 8),
        new(nameof(MidiVersion), 11),
        new(nameof(Ports)));

    /// <summary>The number and the name.</summary>
    public override string ToString() => DisplayText.Escape($"{Number} {Name}");

    static string IRow<SequencerClient>.NameOf(SequencerClient row) => $"{row.Number}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<SequencerClient, bool> emit) => Blocks.Read(source, static line => IsClient(line), (block, firstLine) =>
    {
        ReadOnlySpan<byte> line = Blocks.FirstLine(block);
        return !IsClient(line) || emit(Parse(block, source) ?? throw source.Malformed(firstLine, line, Form));
    });

    private static SequencerClient? Parse(ReadOnlySpan<byte> block, ProcSource source)
    {
        var lines = new LineScanner(block);
        lines.Next();
        if (!TryNamed(lines.Line["Client "u8.Length..], source, out int number, out string name, out string type))
        {
            return null;
        }

        string[] words = type.Split(' ', 2);
        var client = new SequencerClient { Number = number, Name = name, Type = words[0], MidiVersion = words.Length > 1 ? words[1] : null };
        var pools = new NamedValues<string>();
        string pool = "";
        while (lines.Next())
        {
            client.Take(Value.Trim(lines.Line), pools, ref pool, source);
        }

        client.Pools = pools;
        return client;
    }

    private void Take(ReadOnlySpan<byte> line, NamedValues<string> pools, ref string pool, ProcSource source)
    {
        int colon = line.IndexOf((byte)':');
        if (line.StartsWith("Port "u8) && TryNamed(line["Port "u8.Length..], source, out int number, out string name, out string flags))
        {
            _ports.Add(new SequencerPort { Number = number, Name = name, Flags = flags });
        }
        else if (line.StartsWith("Connecting To:"u8) && _ports.Count > 0)
        {
            _ports[^1].ConnectedTo = ListOf(line[(colon + 1)..], source);
        }
        else if (line.StartsWith("Connected From:"u8) && _ports.Count > 0)
        {
            _ports[^1].ConnectedFrom = ListOf(line[(colon + 1)..], source);
        }
        else if (line.EndsWith("pool :"u8))
        {
            pool = source.Intern(line[..line.IndexOf((byte)' ')]);
        }
        else if (colon > 0)
        {
            string key = source.Intern(Value.Trim(line[..colon]));
            pools.Set($"{pool} {(key.StartsWith("Pool", StringComparison.Ordinal) ? "" : "pool ")}{char.ToLowerInvariant(key[0])}{key[1..]}".Trim(), source.Intern(Value.Trim(line[(colon + 1)..])));
        }
    }

    private static string[] ListOf(ReadOnlySpan<byte> text, ProcSource source) =>
        source.Intern(text).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // "  0 : "System" [Kernel Legacy]", "  1 : "Announce" (R-e-)": a name may contain quotes.
    private static bool TryNamed(ReadOnlySpan<byte> text, ProcSource source, out int number, out string name, out string kind)
    {
        int colon = text.IndexOf((byte)':');
        int open = text.IndexOf((byte)'"');
        int close = text.LastIndexOf((byte)'"');
        bool isNamed = Text.Number.TryInt32(Value.Trim(text[..Math.Max(colon, 0)]), out number) && open > colon && close > open;
        name = isNamed ? source.Intern(text[(open + 1)..close]) : "";
        kind = isNamed ? source.Intern(Value.Trim(text[(close + 1)..]).Trim("[]()"u8)) : "";
        return isNamed;
    }

    private static bool IsClient(ReadOnlySpan<byte> line) => line.StartsWith("Client "u8) && !line.StartsWith("Client info"u8);
}
