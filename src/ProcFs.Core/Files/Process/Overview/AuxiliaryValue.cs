using ProcFs.IO;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models an entry of <c>/proc/&lt;pid&gt;/auxv</c>: a value of the auxiliary vector, which the kernel passed to the program. Source: getauxval(3),
/// proc_pid_auxv(5), include/uapi/linux/auxvec.h.
/// </summary>
public sealed class AuxiliaryValue : ITable<AuxiliaryValue>
{
    // By type; an empty name is for an unused type.
    private static readonly string[] s_names =
    [
        "NULL", "IGNORE", "EXECFD", "PHDR", "PHENT", "PHNUM", "PAGESZ", "BASE", "FLAGS", "ENTRY", "NOTELF", "UID", "EUID", "GID", "EGID",
        "PLATFORM", "HWCAP", "CLKTCK", "FPUCW", "DCACHEBSIZE", "ICACHEBSIZE", "UCACHEBSIZE", "IGNOREPPC", "SECURE", "BASE_PLATFORM",
        "RANDOM", "HWCAP2", "RSEQ_FEATURE_SIZE", "RSEQ_ALIGN", "HWCAP3", "HWCAP4", "EXECFN", "SYSINFO", "SYSINFO_EHDR",
        "L1I_CACHESHAPE", "L1D_CACHESHAPE", "L2_CACHESHAPE", "L3_CACHESHAPE", "", "", "L1I_CACHESIZE", "L1I_CACHEGEOMETRY",
        "L1D_CACHESIZE", "L1D_CACHEGEOMETRY", "L2_CACHESIZE", "L2_CACHEGEOMETRY", "L3_CACHESIZE", "L3_CACHEGEOMETRY", "", "", "",
        "MINSIGSTKSZ",
    ];

    private AuxiliaryValue(ulong type, ulong value, ProcSource source)
    {
        ProcessId = source.ProcessId ?? 0;
        ProcessName = source.ProcessName ?? "";
        Type = type;
        Name = type < (ulong)s_names.Length && s_names[type].Length > 0 ? $"AT_{s_names[type]}" : $"AT_{type}";
        Value = value;
    }

    /// <summary>The process that received it.</summary>
    public int ProcessId { get; }

    /// <summary>The full name of the process.</summary>
    public string ProcessName { get; }

    /// <summary>The number of the type.</summary>
    public ulong Type { get; }

    /// <summary>The name of the type in getauxval(3), such as <c>AT_PAGESZ</c>, or a name with the number if it has none.</summary>
    public string Name { get; }

    /// <summary>The value: a number, a mask, or an address in the process's memory.</summary>
    public ulong Value { get; }

    internal static View View => new(
        typeof(AuxiliaryValue),
        new(nameof(ProcessId), 9),
        new(nameof(Type), 4),
        new(nameof(Name), 22),
        new(nameof(Value)) { With = [nameof(Type)], Show = Cells.Auxiliary });

    /// <summary>The process and the item, on one line.</summary>
    public override string ToString() => ObjectKey.OfPart(ProcessId, Name ?? $"{Type}");

    static string IRow<AuxiliaryValue>.NameOf(AuxiliaryValue row) => row.Name;

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<AuxiliaryValue, bool> emit)
    {
        byte[] bytes = source.ReadAll(new ReadBuffer()).ToArray();
        var vector = new AuxiliaryVector(bytes);
        int count = vector.Count;
        for (int i = 0; i < count; i++)
        {
            if (!emit(new AuxiliaryValue(vector.TypeAt(i), vector.ValueAt(i), source)))
            {
                return;
            }
        }
    }
}
