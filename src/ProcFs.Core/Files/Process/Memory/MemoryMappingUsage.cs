using ProcFs.Grammar;
using ProcFs.Interop;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a block of <c>/proc/&lt;pid&gt;/smaps</c>: a mapping and the memory that it uses. Sizes are bytes, and null where this kernel does not give
/// them. Source: proc_pid_smaps(5), fs/proc/task_mmu.c.
/// </summary>
[Fields(Ignored = ["Size"])]
public sealed partial class MemoryMappingUsage : MemoryMapping, ITable<MemoryMappingUsage>, IMemorySizes
{
    private MemoryMappingUsage(in MapsLine line, MappingName name, ProcSource source)
        : base(line, name, source)
    {
    }

    /// <summary>The size of a page that the kernel counts in here, in bytes.</summary>
    [Key("KernelPageSize", Scale.KiB)] public long? KernelPageSize { get; private set; }

    /// <summary>The size of a page that the processor is given, in bytes.</summary>
    [Key("MMUPageSize", Scale.KiB)] public long? MmuPageSize { get; private set; }

    /// <summary>Memory that no other process maps, in bytes: <see cref="PrivateClean"/> and <see cref="PrivateDirty"/>.</summary>
    [Unit(Unit.Bytes)] public long? Private => Saturating.Sum(PrivateClean, PrivateDirty);

    /// <summary>Whether the mapping may get transparent huge pages: <c>THPeligible</c> (since 5.0).</summary>
    [Key("THPeligible")] public bool? IsThpEligible { get; private set; }

    /// <summary>The memory protection key (pkeys(7)); null where the processor has none.</summary>
    [Key("ProtectionKey")] public int? ProtectionKey { get; private set; }

    /// <summary>What the kernel may do with the mapping: <c>VmFlags</c>.</summary>
    [Key("VmFlags", Parser = nameof(TryFlags))] public MappingFlags? Flags { get; private set; }

    /// <summary>Fields, and under <c>VmFlags</c> flags, that this version does not know, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>Why fields are null: names of properties with the reason.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static new View View => new(
        typeof(MemoryMappingUsage),
        new(nameof(ProcessId), 9),
        new(nameof(Start), 16),
        new(nameof(Size), 8),
        new(nameof(Rss), 8),
        new(nameof(Pss), 8),
        new(nameof(Private), 8),
        new(nameof(Target)) { With = [nameof(IsDeleted)], Show = Cells.Target });

    /// <summary>Reads the mappings of the selected processes, and what each uses.</summary>
    internal static new IEnumerable<Outcome<MemoryMappingUsage>> Read(
        ProcessSelection selection,
        MemoryMappingFilter filter,
        ReadSummary summary,
        CancellationToken cancellation = default) =>
        ProcessReading.Run<MemoryMappingUsage>(
            selection,
            "smaps",
            (process, emit, report) =>
            {
                bool any = ReadRows(new ProcSource(process, "smaps") { Report = report }, filter, emit.Always());
                return any ? Errno.None : Errno.ENODATA;
            },
            summary,
            cancellation);

    static string IRow<MemoryMappingUsage>.NameOf(MemoryMappingUsage row) => row.Range;

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<MemoryMappingUsage, bool> emit) => ReadRows(source, MemoryMappingFilter.None, emit);

    private static bool ReadRows(ProcSource source, MemoryMappingFilter filter, Func<MemoryMappingUsage, bool> emit)
    {
        var names = new MappingNames(source);
        return SmapsReader.Read(source, (in MapsLine line, ReadOnlySpan<byte> lines) =>
        {
            MappingName name = names.Of(line);
            if (!filter.Accepts(name.Path))
            {
                return true;
            }

            var mapping = new MemoryMappingUsage(line, name, source);
            KeyValues.Read(lines, mapping, source);
            return emit(mapping);
        });
    }

    // Flags that this version does not know are kept under the name of the field.
    private bool TryFlags(ReadOnlySpan<byte> value, ProcSource source, out MappingFlags? flags)
    {
        flags = MappingFlagNames.Parse(value, out string? unknown);
        if (unknown is not null)
        {
            ((IFields)this).Keep("VmFlags"u8, LosslessText.Encode(unknown), source);
        }

        return true;
    }
}
