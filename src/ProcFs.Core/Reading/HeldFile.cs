using ProcFs.Text;

namespace ProcFs;

/// <summary>A file that a process keeps alive, and the link of /proc that leads to it.</summary>
public sealed class HeldFile
{
    private HeldFile(int processId, string link, int? number)
    {
        ProcessId = processId;
        Link = link;
        Number = number;
    }

    /// <summary>The process.</summary>
    public int ProcessId { get; }

    /// <summary>The descriptor; null for a mapping or the executable.</summary>
    public int? Number { get; }

    /// <summary>The link, relative to the folder of the process.</summary>
    internal string Link { get; }

    /// <summary>The path that the link is known to lead to; null where it was not looked at before.</summary>
    internal string? Expected { get; private init; }

    /// <summary>Whether it was listed as a file whose name is gone.</summary>
    internal bool IsDeleted { get; private init; }

    /// <summary>When it was listed, as the time since the machine was started; null where it was not.</summary>
    internal TimeSpan? ListedAt { get; private init; }

    /// <summary>The file behind a descriptor that was listed: if the number leads elsewhere now, it is not opened.</summary>
    public static HeldFile Of(FileDescriptor descriptor)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        return new(descriptor.ProcessId, $"fd/{descriptor.Number}", descriptor.Number)
        {
            Expected = descriptor.Target,
            IsDeleted = descriptor.IsDeleted,
            ListedAt = descriptor.ListedAt,
        };
    }

    /// <summary>The description, in one line.</summary>
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

    /// <summary>Whether the text of the link is that of the file that was listed.</summary>
    internal bool IsSame(ReadOnlySpan<byte> target) =>
        Expected is null || LosslessText.Decode(target) == Expected || LosslessText.Decode(DeletedSuffix.Strip(target)) == Expected;
}
