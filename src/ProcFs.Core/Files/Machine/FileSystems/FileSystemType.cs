using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>Models a line of <c>/proc/filesystems</c>: a file system that the kernel can mount. Source: proc_filesystems(5), filesystems_proc_show() of fs/filesystems.c.</summary>
public sealed class FileSystemType : ILine<FileSystemType>, IRow<FileSystemType>
{
    private FileSystemType()
    {
    }

    /// <summary>The name: <c>ext4</c>, <c>tmpfs</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it needs a block device; mount(8) tries these types if none is specified.</summary>
    public required bool NeedsDevice { get; init; }

    static string ILine<FileSystemType>.Form => "nodev or nothing, a tab and a name";

    internal static View View => new(
        typeof(FileSystemType),
        new(nameof(Name), 20),
        new(nameof(NeedsDevice), 11));

    /// <summary>The name.</summary>
    public override string ToString() => DisplayText.Escape(Name);

    static string IRow<FileSystemType>.NameOf(FileSystemType row) => row.Name;

    /// <inheritdoc/>
    public static FileSystemType? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        int tab = line.IndexOf((byte)'\t');
        ReadOnlySpan<byte> name = line[(tab + 1)..];
        bool isVirtual = tab >= 0 && line[..tab].SequenceEqual("nodev"u8);
        return tab < 0 || name.IsEmpty || (tab > 0 && !isVirtual)
            ? null
            : new FileSystemType { Name = source.Intern(name), NeedsDevice = !isVirtual };
    }
}
