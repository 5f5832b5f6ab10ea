using System.Net;
using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>Models a line of <c>/proc/net/ip6_flowlabel</c>: an IPv6 flow label that programs have requested. Source: ip6fl_seq_show() of net/ipv6/ip6_flowlabel.c.</summary>
[Fields]
public sealed partial class IPv6FlowLabel : ITable<IPv6FlowLabel>
{
    private IPv6FlowLabel()
    {
    }

    /// <summary>The label.</summary>
    [Key("Label", Scale.Hex)] public long Label { get; private set; }

    /// <summary>Who may share it: 0 nobody yet, 1 its owner alone, 2 a process, 3 a user, 255 anyone. Source: include/uapi/linux/in6.h.</summary>
    [Key("S")] public int? Share { get; private set; }

    /// <summary>The process or user that may use it; 0 for anyone.</summary>
    [Key("Owner")] public long? Owner { get; private set; }

    /// <summary>The number of sockets that use it.</summary>
    [Key("Users")] public long? Users { get; private set; }

    /// <summary>How long it is kept after the last use.</summary>
    [Key("Linger", Scale.Seconds)] public TimeSpan? Linger { get; private set; }

    /// <summary>When it expires, from now.</summary>
    [Key("Expires", Parser = nameof(TryExpires)), Unit(Unit.Duration)] public TimeSpan? Expires { get; private set; }

    /// <summary>The destination.</summary>
    [Key("Dst", Scale.Hex), Unit(Unit.None)] public IPAddress? Destination { get; private set; }

    /// <summary>The length of its IPv6 options.</summary>
    [Key("Opt"), Unit(Unit.Bytes)] public long? OptionsLength { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(IPv6FlowLabel),
        new(nameof(Label), 8),
        new(nameof(Share), 6),
        new(nameof(Owner), 10),
        new(nameof(Users), 6),
        new(nameof(Linger), 10),
        new(nameof(Expires), 10),
        new(nameof(Destination), 39));

    /// <summary>The label in hexadecimal and the destination: <c>0a1b2 to 2001:db8::9</c>.</summary>
    public override string ToString() => $"{Label:x5} to {Destination?.ToString() ?? "?"}";

    static string IRow<IPv6FlowLabel>.NameOf(IPv6FlowLabel row) => $"{row.Label:x5}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<IPv6FlowLabel, bool> emit) => HeaderedLines.Read(source, static _ => new IPv6FlowLabel(), emit);

    // Negative for one that has expired.
    private static bool TryExpires(ReadOnlySpan<byte> value, ProcSource source, out TimeSpan? time)
    {
        bool parsed = Text.Number.TryInt32(value, out int seconds);
        time = TimeSpan.FromSeconds(seconds);
        return parsed;
    }
}
