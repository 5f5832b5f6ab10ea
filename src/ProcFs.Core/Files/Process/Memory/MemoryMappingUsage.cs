using ProcFs.Grammar;
using ProcFs.Interop;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a block of <c>/proc/&lt;pid&gt;/smaps</c>: a mapping and its memory use. Sizes are in bytes, and null if this kernel does not report them. Source:
/// proc_pid_smaps(5), fs/proc/task_mmu.c.
/// </summary>
[Fields(Ignored = ["Size"])]
public sealed partial class MemoryMappingUsage : MemoryMapping, ITable<MemoryMappingUsage>, IMemorySizes
{
    private MemoryMappingUsage(in MapsLine line, MappingName name, ProcSource source)
        : base(line, name, source)
    {
    }

    /// <summary>The page size of the kernel, in bytes.</summary>
    [Key("KernelPageSize", Scale.KiB)] public long? KernelPageSize { get; private set; }

    /// <summary>The page size of the MMU, in bytes.</summary>
    [Key("MMUPageSize", Scale.KiB)] public long? MmuPageSize { get; private set; }

    /// <summary>Unique set size, in bytes: <see cref="PrivateClean"/> and <see cref="PrivateDirty"/>, which no other process maps.</summary>
    [Unit(Unit.Bytes)] public long? Private => Saturating.Sum(PrivateClean, PrivateDirty);

    /// <summary>Whether the mapping can have transparent huge pages: <c>THPeligible</c> (since 5.0).</summary>
    [Key("THPeligible")] public bool? IsThpEligible { get; private set; }

    /// <summary>The memory protection key (pkeys(7)); null if the processor has none.</summary>
    [Key("ProtectionKey")] public int? ProtectionKey { get; private set; }

    /// <summary>The flags of the mapping: <c>VmFlags</c>.</summary>
    [Key("VmFlags", Parser = nameof(TryFlags))] public MappingFlags? Flags { get; private set; }

    /// <summary>Fields unknown to this version and, as <c>VmFlags</c>, unknown flags, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
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

    /// <summary>Reads the mappings of the selected processes and their memory use.</summary>
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

    // Flags unknown to this version are kept under the name of the field.
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
