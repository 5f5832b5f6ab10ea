using System.Runtime.InteropServices;
using System.Runtime.ExceptionServices;

namespace ProcFs;

/// <summary>A thread in its own mount namespace, which ends with it: its mounts do not reach the machine.</summary>
internal static partial class PrivateMounts
{
    private const int NewMountNamespace = 0x20000;
    private const ulong Recursive = 0x4000;
    private const ulong Private = 0x40000;

    /// <summary>Runs <paramref name="work"/> in such a thread, with an empty file system at the path that it receives.</summary>
    public static void Run(Action<string> work)
    {
        string folder = Directory.CreateTempSubdirectory("procfs-").FullName;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                Assert.SkipUnless(unshare(NewMountNamespace) == 0, "A mount namespace needs root (CAP_SYS_ADMIN).");
                Assert.Equal(0, mount("none", "/", "", Recursive | Private, ""));
                Mount("none", folder);
                work(folder);
            }
            catch (Exception error)
            {
                failure = ExceptionDispatchInfo.Capture(error);
            }
        });
        thread.Start();
        thread.Join();
        Directory.Delete(folder);
        failure?.Throw();
    }

    /// <summary>Mounts an empty file system from <paramref name="source"/>, which is only a name.</summary>
    public static void Mount(string source, string target)
    {
        Directory.CreateDirectory(target);
        Assert.SkipUnless(mount(source, target, "tmpfs", 0, "size=4k") == 0, "Mounting is forbidden here.");
    }

    [LibraryImport("libc")]
    private static partial int unshare(int flags);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int mount(string source, string target, string type, ulong flags, string data);
}
