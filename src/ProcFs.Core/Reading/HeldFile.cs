using ProcFs.Text;

namespace ProcFs;

/// <summary>A file that a process keeps alive, and the link in /proc that leads to it.</summary>
public sealed class HeldFile
{
    private HeldFile(int processId, string link, int? number)
    {
        ProcessId = processId;
        Link = link;
        Number = number;
    }

    /// <summary>The id of the process.</summary>
    public int ProcessId { get; }

    /// <summary>The descriptor; null for a mapping or the executable.</summary>
    public int? Number { get; }

    /// <summary>The link, relative to the directory of the process.</summary>
    internal string Link { get; }

    /// <summary>The known target path of the link; null if it was not listed before.</summary>
    internal string? Expected { get; private init; }

    /// <summary>Whether it was listed as a deleted file.</summary>
    internal bool IsDeleted { get; private init; }

    /// <summary>The time of the listing, since boot; null if it was not listed.</summary>
    internal TimeSpan? ListedAt { get; private init; }

    /// <summary>The file behind a listed descriptor or other use, which is not opened if its link leads elsewhere now.</summary>
    public static HeldFile Of(FileDescriptor descriptor)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        return new(descriptor.ProcessId, descriptor.Link, descriptor.Number)
        {
            Expected = descriptor.Target,
            IsDeleted = descriptor.IsDeleted,
            ListedAt = descriptor.ListedAt,
        };
    }

    /// <summary>The description, on one line.</summary>
    public static HeldFile Of(MemoryMapping mapping)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        return new(mapping.ProcessId, $"map_files/{mapping.Range}", null)
        {
            Expected = mapping.Target,
            IsDeleted = mapping.IsDeleted,
            ListedAt = mapping.ListedAt,
        };
    }

    /// <summary>The file behind a descriptor.</summary>
    public static HeldFile OfDescriptor(int processId, int number) => new(processId, $"fd/{number}", number);

    /// <summary>The program that the process runs.</summary>
    public static HeldFile OfExecutable(int processId) => new(processId, "exe", null);

    /// <summary>The link: <c>4242/fd/3</c>.</summary>
    public override string ToString() => $"{ProcessId}/{Link}";

    internal static HeldFile Of(MappedFile mapped) =>
        new(mapped.ProcessId, $"map_files/{mapped.Range}", null) { Expected = mapped.Target, IsDeleted = mapped.IsDeleted };

    /// <summary>Whether the text of the link is that of the listed file.</summary>
    internal bool IsSame(ReadOnlySpan<byte> target) =>
        Expected is null || LosslessText.Decode(target) == Expected || LosslessText.Decode(DeletedSuffix.Strip(target)) == Expected;
}
