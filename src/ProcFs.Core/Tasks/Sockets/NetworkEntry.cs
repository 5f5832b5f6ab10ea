using System.Runtime.ExceptionServices;
using ProcFs.Interop;
using ProcFs.IO;

namespace ProcFs;

/// <summary>Runs what has to be asked from within a network namespace in a thread that enters it and then ends.</summary>
internal static class NetworkEntry
{
    /// <summary>Runs <paramref name="action"/> in the namespace that a link leads to; the error where the caller may not enter it.</summary>
    /// <param name="directory">What the link is relative to.</param>
    /// <param name="link">A link of <c>ns</c>, a descriptor, or a path where the namespace is mounted.</param>
    /// <param name="inode">The inode of the namespace that is meant; null where it is not known.</param>
    /// <param name="action">What is run.</param>
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

    // A process may have ended, and moved, since it was looked at.
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
