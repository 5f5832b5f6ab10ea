using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>Models the pages of a memory zone that a CPU keeps in reserve, in <c>/proc/zoneinfo</c>. Source: zoneinfo_show_print() of mm/vmstat.c.</summary>
[Fields]
public sealed partial class ZonePageSet
{
    internal ZonePageSet()
    {
    }

    /// <summary>The CPU.</summary>
    [Key("cpu", Parser = nameof(TryCpu))] public int? Cpu { get; private set; }

    /// <summary>The memory in the set, in bytes.</summary>
    [Key("count", Scale.Pages)] public long? Size { get; private set; }

    /// <summary>The amount above which the CPU returns pages, in bytes.</summary>
    [Key("high", Scale.Pages)] public long? High { get; private set; }

    /// <summary>The amount that is taken or returned at a time, in bytes.</summary>
    [Key("batch", Scale.Pages)] public long? Batch { get; private set; }

    /// <summary>The minimum of <see cref="High"/>, in bytes (since 6.7).</summary>
    [Key("high_min", Scale.Pages)] public long? HighMinimum { get; private set; }

    /// <summary>The maximum of <see cref="High"/>, in bytes (since 6.7).</summary>
    [Key("high_max", Scale.Pages)] public long? HighMaximum { get; private set; }

    /// <summary>The difference at which the CPU adds its counts to those of the zone.</summary>
    [Key("vm stats threshold")] public int? Threshold { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    /// <summary>The CPU and the memory in its set: <c>cpu0 1.2 MB</c>.</summary>
    public override string ToString() => $"cpu{Cpu} {Display.Size(Size)}";

    internal void Take(ReadOnlySpan<byte> line, ProcSource source)
    {
        KeyTable keys = ((IFields)this).Keys;
        int expected = 0;
        _ = KeyValues.TryReadLine(line, this, in keys, ref expected, source);
    }

    // "0", and on older kernels "0 pcp: 0".
    private static bool TryCpu(ReadOnlySpan<byte> value, ProcSource source, out int? cpu)
    {
        bool parsed = Text.Number.TryInt32(new Text.FieldScanner(value).Next(), out int number);
        cpu = parsed ? number : null;
        return parsed;
    }
}
