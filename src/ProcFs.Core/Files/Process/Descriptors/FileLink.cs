namespace ProcFs;

/// <summary>A link in the directory of a process that leads to a file which the process uses.</summary>
/// <param name="Use">How the process uses the file.</param>
/// <param name="Number">The descriptor; null for the other uses.</param>
/// <param name="Path">The path of the link, relative to the directory of the process; null for a descriptor, whose number gives it.</param>
internal readonly record struct FileLink(FileUse Use, int? Number, string? Path)
{
    /// <summary>The file of a mapping, by device and inode as in maps. Some file systems show others there than in stat(2).</summary>
    public FileIdentity Mapped { get; init; }

    /// <summary>The access of a mapping.</summary>
    public FileDescriptorAccess? Access { get; init; }

    /// <summary>The link of a descriptor.</summary>
    public static FileLink Of(int number) => new(FileUse.Descriptor, number, null);
}
