using ProcFs.Interop;
using ProcFs.Text;

namespace ProcFs;

/// <summary>
/// Resolves the text of a link to its target. It caches paths, so that a file that many descriptors are open on is examined once and its name stored once. The
/// cache lives as long as one reading.
/// </summary>
internal sealed class LinkTargets(TextPool texts)
{
    private const int Size = 4096;

    private readonly Entry?[] _known = new Entry?[Size];

    private static ReadOnlySpan<byte> DmaBufPrefix => "/dmabuf:"u8;

    /// <summary>A target that is not a path: <c>socket:[33581]</c>, <c>anon_inode:[eventpoll]</c>, <c>net:[4026531840]</c>.</summary>
    public LinkTarget OfObject(ReadOnlySpan<byte> text)
    {
        FileDescriptorType type = ObjectTypes.Of(text);
        bool isNumbered = text.EndsWith("]"u8) && type is FileDescriptorType.Socket or FileDescriptorType.Pipe;
        return new LinkTarget(isNumbered ? LosslessText.Decode(text) : texts.Intern(text), type, IsDeleted: false);
    }

    /// <summary>A mapped file, by its name.</summary>
    public static LinkTarget OfMapping(string path, bool isDeleted) => NamelessType(LosslessText.Encode(path)) is { } nameless
        ? new LinkTarget(path, nameless, IsDeleted: false)
        : new LinkTarget(path, TypeByPath(LosslessText.Encode(path)), isDeleted);

    /// <summary>A path that is already cached for this mount namespace.</summary>
    public bool TryFind(ReadOnlySpan<byte> path, ulong mountNamespace, out LinkTarget target)
    {
        Entry? entry = Slot(path, mountNamespace);
        bool found = entry is not null && entry.MountNamespace == mountNamespace && path.SequenceEqual(entry.Path);
        target = found ? entry!.Target : default;
        return found;
    }

    /// <summary>A path, with the facts known about the file that the link leads to.</summary>
    /// <param name="path">The path, as in the link.</param>
    /// <param name="mountNamespace">The cache for its mount namespace.</param>
    /// <param name="file">The file; null if nothing is known.</param>
    /// <param name="isMarked">Whether it has the <see cref="DeletedMark"/>.</param>
    public LinkTarget OfPath(ReadOnlySpan<byte> path, ulong mountNamespace, Statx? file, bool isMarked)
    {
        if (isMarked)
        {
            return OfDeleted(path, file);
        }

        var target = new LinkTarget(texts.Intern(path), TypeOf(path, file), IsDeleted: false);
        if (file is not null && !DeletedSuffix.IsAtEndOf(path))
        {
            Slot(path, mountNamespace) = new Entry(path.ToArray(), mountNamespace, target);
        }

        return target;
    }

    private LinkTarget OfDeleted(ReadOnlySpan<byte> path, Statx? file)
    {
        ReadOnlySpan<byte> shown = DeletedSuffix.Strip(path);
        FileDescriptorType type = file is { } known ? TypeOf(known.Kind) : FileDescriptorType.File;
        return NamelessType(shown) is { } nameless
            ? new LinkTarget(texts.Intern(shown), nameless, IsDeleted: false)
            : new LinkTarget(texts.Intern(shown), type, IsDeleted: true);
    }

    // The kernel also writes "(deleted)" after these, although they never had a name.
    private static FileDescriptorType? NamelessType(ReadOnlySpan<byte> path) => path switch
    {
        _ when path.StartsWith("/memfd:"u8) => FileDescriptorType.MemFd,
        _ when path.SequenceEqual("/[aio]"u8) => FileDescriptorType.Aio,
        _ => null,
    };

    // The inode of a dma-buf has no file type.
    private static FileDescriptorType TypeOf(ReadOnlySpan<byte> path, Statx? file) =>
        file is { } known && !(known.Kind == FileKind.Unknown && path.StartsWith(DmaBufPrefix)) ? TypeOf(known.Kind) : TypeByPath(path);

    /// <summary>The type according to stat.</summary>
    public static FileDescriptorType TypeOf(FileKind kind) => kind switch
    {
        FileKind.Regular => FileDescriptorType.File,
        FileKind.Directory => FileDescriptorType.Directory,
        FileKind.CharacterDevice or FileKind.BlockDevice => FileDescriptorType.Device,
        FileKind.Fifo => FileDescriptorType.Pipe,
        FileKind.Socket => FileDescriptorType.Socket,
        _ => FileDescriptorType.Other,
    };

    private static FileDescriptorType TypeByPath(ReadOnlySpan<byte> path)
    {
        if (path.StartsWith(DmaBufPrefix))
        {
            return FileDescriptorType.DmaBuf;
        }

        bool isDevice = path.StartsWith("/dev/"u8) && !IsOfFileSystem(path);
        return isDevice ? FileDescriptorType.Device : FileDescriptorType.File;
    }

    // File systems mounted there contain files: tmpfs, message queues, hugetlbfs, and the cpusets of Android.
    private static bool IsOfFileSystem(ReadOnlySpan<byte> path) =>
        path.StartsWith("/dev/shm/"u8) || path.StartsWith("/dev/mqueue/"u8) || path.StartsWith("/dev/hugepages"u8) || path.StartsWith("/dev/cpuset/"u8);

    private ref Entry? Slot(ReadOnlySpan<byte> path, ulong mountNamespace)
    {
        var hash = default(HashCode);
        hash.AddBytes(path);
        hash.Add(mountNamespace);
        return ref _known[(uint)hash.ToHashCode() % Size];
    }

    private sealed record Entry(byte[] Path, ulong MountNamespace, LinkTarget Target);
}
