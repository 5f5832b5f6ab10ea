using System.Runtime.ExceptionServices;
using ProcFs.Interop;
using ProcFs.IO;

namespace ProcFs;

/// <summary>Runs an action in a network namespace, on a thread that enters it and then ends.</summary>
internal static class NetworkEntry
{
    /// <summary>Runs <paramref name="action"/> in the namespace behind a link; returns the error if it cannot be entered.</summary>
    /// <param name="directory">The directory that the link is relative to.</param>
    /// <param name="link">A link in <c>ns</c>, a descriptor, or the mount point of the namespace.</param>
    /// <param name="inode">The inode of the expected namespace; null if it is not known.</param>
    /// <param name="action">The action to run.</param>
    public static Errno Run(Descriptor directory, string link, ulong? inode, Action action)
    {
        Errno error = Errno.None;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                error = Enter(directory, link, inode);
                if (error == Errno.None)
                {
                    action();
                }
            }
#pragma warning disable CA1031 // It is thrown on where the thread was started.
            catch (Exception thrown)
#pragma warning restore CA1031
            {
                failure = ExceptionDispatchInfo.Capture(thrown);
            }
        })
        { IsBackground = true };
        thread.Start();
        thread.Join();
        failure?.Throw();
        return error;
    }

    // A process may have ended or changed its namespace since it was read.
    private static Errno Enter(Descriptor directory, string link, ulong? inode)
    {
        using var space = Descriptor.Open(directory, link, OpenFlags.ReadOnly, out Errno error);
        if (space is null)
        {
            return error;
        }

        error = space.StatSelf(out Statx file);
        return error != Errno.None ? error
            : inode is { } expected && file.Inode != expected ? Errno.ESRCH
            : Libc.setns(space.Number, Libc.CLONE_NEWNET) < 0 ? Libc.LastError : Errno.None;
    }
}
