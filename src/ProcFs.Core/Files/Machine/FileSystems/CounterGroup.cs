using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/fs/netfs/stats</c> or <c>/proc/fs/fscache/stats</c>: counters of the library and the cache of network file systems. Source:
/// netfs_stats_show() of fs/netfs/stats.c, fscache_stats_show() of fs/netfs/fscache_stats.c.
/// </summary>
public sealed class CounterGroup : ITable<CounterGroup>
{
    private CounterGroup()
    {
    }

    /// <summary>The group of counters: <c>Reads</c>, <c>Cookies</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The counters by kernel name.</summary>
    public required IReadOnlyDictionary<string, long> Counters { get; init; }

    /// <summary>Values that are not numbers, as text.</summary>
    public required IReadOnlyDictionary<string, string> Additional { get; init; }

    internal static View View => new(
        typeof(CounterGroup),
        new(nameof(Name), 12),
        new(nameof(Counters)));

    /// <summary>The group of counters.</summary>
    public override string ToString() => DisplayText.Escape(Name);

    static string IRow<CounterGroup>.NameOf(CounterGroup row) => row.Name.Replace('/', '_');

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<CounterGroup, bool> emit) =>
        Lines.ReadSections(source, static line => line.IndexOf((byte)':') < 0, static _ => { }, static (line, from) => Parse(line, from), "a name, a colon and counters", emit);

    // "Cookies: idx=3 dat=67877 spc=0", "Zeros  : dat=1 ref=2"
    private static CounterGroup? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        int colon = line.IndexOf((byte)':');
        ReadOnlySpan<byte> name = Value.Trim(line[..colon]);
        var counters = new Dictionary<string, long>();
        var additional = new NamedValues<string>();
        var words = new FieldScanner(line[(colon + 1)..]);
        for (ReadOnlySpan<byte> word = words.Next(); !word.IsEmpty; word = words.Next())
        {
            int equals = word.IndexOf((byte)'=');
            ReadOnlySpan<byte> value = word[(equals + 1)..];
            if (equals > 0 && Value.TryRead(value, source, out long count))
            {
                counters[source.Intern(word[..equals])] = count;
            }
            else
            {
                additional.Set(source.Intern(equals > 0 ? word[..equals] : word), equals > 0 ? source.Intern(value) : "");
            }
        }

        return name.IsEmpty ? null : new CounterGroup { Name = source.Intern(name), Counters = counters, Additional = additional };
    }
}
