using System.Collections.Concurrent;
using System.Globalization;
using ProcFs.Interop;
using ProcFs.IO;

namespace ProcFs;

/// <summary>
/// Files whose users are wanted, by device and inode: so a use by another name, or in another mount namespace, is found too. A file must match each kind of
/// selection that is given.
/// </summary>
public sealed class FileSelection
{
    /// <summary>The help for paths.</summary>
    public const string PathHelp = "Only uses of these files and folders, by whatever name they are used.";

    /// <summary>The help for recursion.</summary>
    public const string RecurseHelp = "Includes everything in the folders, down to other mounted file systems.";

    /// <summary>The help for mount points.</summary>
    public const string MountPointHelp = "Only uses of the file systems that are mounted at these folders, or from these block devices.";

    /// <summary>The help for inodes.</summary>
    public const string InodeHelp = "Only uses of files with these inodes.";

    /// <summary>The help for devices.</summary>
    public const string DeviceHelp = "Only uses of files on these devices: 8:1, or /dev/sda1.";

    private readonly ProcRoot _root;
    private readonly HashSet<FileIdentity>? _files;
    private readonly List<(string Prefix, FileIdentity Folder)> _folders = [];
    private readonly HashSet<(uint Major, uint Minor)>? _mounted;
    private readonly HashSet<ulong>? _inodes;
    private readonly HashSet<(uint Major, uint Minor)>? _devices;
    private readonly ConcurrentDictionary<ulong, HashSet<int>> _mountIds = [];
    private readonly List<ProcException> _failures = [];
    private readonly HashSet<ulong> _sockets = [];
    private bool _hasSocket;

    /// <summary>Finds the files. What cannot be found is in <see cref="Failures"/>.</summary>
    /// <param name="root">The mounted /proc.</param>
    /// <param name="paths">Files and folders; null for all.</param>
    /// <param name="isRecursive">Whether what is in the folders is included.</param>
    /// <param name="mountPoints">Mount points or mounted block devices; null for all.</param>
    /// <param name="inodes">Inodes; null for all.</param>
    /// <param name="devices">Devices, as <c>8:1</c> or by path; null for all.</param>
    /// <param name="cancellation">Cancels it: folders can be large.</param>
    /// <exception cref="ProcException">The root is a capture, which does not have the files.</exception>
    public FileSelection(
        ProcRoot root,
        IReadOnlyList<string>? paths = null,
        bool isRecursive = false,
        IReadOnlyList<string>? mountPoints = null,
        IReadOnlyList<ulong>? inodes = null,
        IReadOnlyList<string>? devices = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(root);
        _root = root.IsLive ? root : throw new ProcException(ProcErrorKind.NotSupported, root.Path, $"{root.Path}: a capture does not have the files that its processes use.");
        _files = paths is null ? null : [];
        _mounted = mountPoints is null ? null : [];
        _inodes = inodes is null ? null : [.. inodes];
        _devices = devices is null ? null : [];
        foreach (string path in paths ?? [])
        {
            AddPath(path, isRecursive, cancellation);
        }

        foreach (string path in mountPoints ?? [])
        {
            Add(_mounted!, MountedFileSystem.Find(root, path, out ProcException? error), error);
        }

        foreach (string device in devices ?? [])
        {
            Add(_devices!, DeviceOf(device, out ProcException? error), error);
        }

        AddSockets(cancellation);
    }

    /// <summary>The files and folders that could not be found or read.</summary>
    public IReadOnlyList<ProcException> Failures => _failures;

    /// <summary>Whether a file that a process uses is among them.</summary>
    internal bool Contains(in Statx file, LinkTarget target, ProcessDirectory process, ulong mountNamespace) =>
        (target.Type == FileDescriptorType.Socket && _sockets.Contains(file.Inode))
        || (Accepts(FileIdentity.Of(file), target)
            && (_mounted is null || _mounted.Contains((file.DeviceMajor, file.DeviceMinor)) || (file.MountId is { } mount && MountIds(process, mountNamespace).Contains(mount))));

    private bool Accepts(FileIdentity file, LinkTarget? target) =>
        (_inodes is null || _inodes.Contains(file.Inode))
        && (_devices is null || _devices.Contains((file.Major, file.Minor)))
        && (_files is null || _files.Contains(file) || (target is { IsDeleted: true } deleted && WasIn(deleted.Text, file)));

    // A deleted file is in no folder any more; its link still has its former path.
    private bool WasIn(string path, FileIdentity file) =>
        _folders.Exists(one => file.Major == one.Folder.Major && file.Minor == one.Folder.Minor && path.StartsWith(one.Prefix, StringComparison.Ordinal));

    private void AddPath(string path, bool isRecursive, CancellationToken cancellation)
    {
        using var handle = Descriptor.Open(null, path, OpenFlags.Path, out Errno error);
        Statx file = default;
        error = handle is null ? error : handle.StatSelf(out file);
        if (error != Errno.None)
        {
            _failures.Add(ProcException.FromError(error, path));
            return;
        }

        _files!.Add(FileIdentity.Of(file));
        _hasSocket |= file.Kind == FileKind.Socket;
        if (isRecursive && file.Kind == FileKind.Directory)
        {
            string name = CanonicalPath.Of(_root, handle!) ?? path;
            _folders.Add((name.TrimEnd('/') + "/", FileIdentity.Of(file)));
            var walk = new FolderWalk(FileIdentity.Of(file), _files, _failures.Add, cancellation);
            walk.Enter(handle!, name.TrimEnd('/'));
            _hasSocket |= walk.HasSocket;
        }
    }

    private void Add(HashSet<(uint Major, uint Minor)> devices, IEnumerable<(uint Major, uint Minor)> found, ProcException? error)
    {
        devices.UnionWith(found);
        if (error is not null)
        {
            _failures.Add(error);
        }
    }

    private static (uint Major, uint Minor)[] DeviceOf(string text, out ProcException? error)
    {
        error = null;
        string[] parts = text.Split(':');
        if (parts.Length == 2
            && uint.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out uint major)
            && uint.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out uint minor))
        {
            return [(major, minor)];
        }

        using var handle = Descriptor.Open(null, text, OpenFlags.Path, out Errno failure);
        Statx file = default;
        failure = handle is null ? failure : handle.StatSelf(out file);
        error = failure != Errno.None ? ProcException.FromError(failure, text)
            : file.Kind is FileKind.BlockDevice ? null
            : new ProcException(ProcErrorKind.ValueRejected, text, $"{text} is not a block device. A device is given as 8:1 or /dev/sda1.") { Target = text };
        return error is null ? [(file.SpecialMajor, file.SpecialMinor)] : [];
    }

    // A bound Unix socket is open as an inode of the socket file system; the kernel knows the file that it is bound to.
    private void AddSockets(CancellationToken cancellation)
    {
        if (!_hasSocket && _mounted is null && _devices is null)
        {
            return;
        }

        var filter = new SocketFilter { Protocols = ["unix"], WithoutOwners = true };
        foreach (Outcome<SocketInfo> outcome in new SocketQuery(_root, filter).Read(cancellation: cancellation))
        {
            if (outcome.Item is { BoundFile: { } file, Inode: { } inode and > 0 }
                && Accepts(file, target: null)
                && (_mounted is null || _mounted.Contains((file.Major, file.Minor))))
            {
                _sockets.Add(inode);
            }
        }
    }

    // Some file systems, such as btrfs and overlayfs, show another device in stat than in mountinfo; the mount is the same.
    private HashSet<int> MountIds(ProcessDirectory process, ulong mountNamespace) =>
        _mountIds.GetOrAdd(mountNamespace, static (_, part) => MountedFileSystem.IdsOf(part.process, part.mounted), (process, mounted: _mounted!));
}
