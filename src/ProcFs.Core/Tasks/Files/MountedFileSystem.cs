using ProcFs.Interop;
using ProcFs.IO;

namespace ProcFs;

/// <summary>Finds mounted file systems in mountinfo.</summary>
internal static class MountedFileSystem
{
    /// <summary>The devices of the file system that is mounted at a folder, or from a block device; none and the error if there is no such mount.</summary>
    public static IReadOnlyCollection<(uint Major, uint Minor)> Find(ProcRoot root, string path, out ProcException? error)
    {
        using var handle = Descriptor.Open(null, path, OpenFlags.Path, out Errno failure);
        Statx file = default;
        failure = handle is null ? failure : handle.StatSelf(out file);
        if (failure != Errno.None)
        {
            error = ProcException.FromError(failure, path);
            return [];
        }

        string name = CanonicalPath.Of(root, handle!) ?? path;
        List<Mount> mounts = Read(root);
        Mount[] found = file.Kind == FileKind.BlockDevice
            ? [.. mounts.Where(mount => mount.Source == name || (mount.DeviceMajor == file.SpecialMajor && mount.DeviceMinor == file.SpecialMinor))]
            : [.. mounts.Where(mount => mount.Target == name).TakeLast(1)];
        error = found.Length > 0 ? null : Refuse(path, name, file.Kind == FileKind.BlockDevice, mounts);
        return found.Length == 0 ? []
            : file.Kind == FileKind.BlockDevice ? [.. found.Select(DeviceOf)]
            : [DeviceOf(found[0]), (file.DeviceMajor, file.DeviceMinor)];
    }

    /// <summary>The ids of the mounts of these devices, in the mount namespace of a process.</summary>
    public static HashSet<int> IdsOf(ProcessDirectory process, HashSet<(uint Major, uint Minor)> devices)
    {
        var ids = new HashSet<int>();
        try
        {
            using ProcessDirectory again = process.Reopen(new ReadScope());
            Read(new ProcSource(again, "mountinfo") { Report = static _ => { } }, mount =>
            {
                if (devices.Contains(DeviceOf(mount)))
                {
                    ids.Add(mount.MountId);
                }
            });
        }
        catch (ProcException)
        {
            // It has ended, or access to its mounts is denied.
        }

        return ids;
    }

    private static (uint Major, uint Minor) DeviceOf(Mount mount) => ((uint)mount.DeviceMajor, (uint)mount.DeviceMinor);

    private static List<Mount> Read(ProcRoot root)
    {
        var mounts = new List<Mount>();
        Read(new ProcSource(root, "self/mountinfo") { Report = static _ => { } }, mounts.Add);
        return mounts;
    }

    private static void Read(ProcSource source, Action<Mount> emit) => Grammar.Lines.Read<Mount>(source, mount =>
    {
        emit(mount);
        return true;
    });

    private static ProcException Refuse(string path, string name, bool isDevice, List<Mount> mounts)
    {
        string? outer = mounts.Where(mount => mount.Target == "/" || name.StartsWith(mount.Target + "/", StringComparison.Ordinal)).MaxBy(mount => mount.Target.Length)?.Target;
        return isDevice
            ? new ProcException(ProcErrorKind.NotFound, path, $"{path} is not mounted.") { Target = path }
            : new ProcException(ProcErrorKind.NotFound, path, $"{path} is not a mount point; it is on the file system that is mounted at {outer ?? "/"}.") { Target = path };
    }
}
