using ProcFs.Grammar;
using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs;

/// <summary>The number of tasks (threads) of each user, which RLIMIT_NPROC limits (getrlimit(2)).</summary>
internal sealed class UserTasks
{
    private readonly Dictionary<uint, long> _counts = [];

    private UserTasks()
    {
    }

    /// <summary>Counts the tasks of all processes that <paramref name="root"/> shows, by real user.</summary>
    public static UserTasks Read(ProcRoot root)
    {
        var tasks = new UserTasks();
        var scope = new ReadScope();
        foreach (int id in root.EnumerateProcessIds())
        {
            using var process = ProcessDirectory.Open(root, id, scope, out _);
            if (process is not null
                && process.ReadRecord("status\0"u8, out ReadOnlySpan<byte> status) == Errno.None
                && Number.TryUInt32(new FieldScanner(KeyValues.Find(status, "Uid"u8)).Next(), out uint user)
                && Number.TryInt64(KeyValues.Find(status, "Threads"u8), out long threads))
            {
                tasks._counts[user] = tasks.Count(user) + threads;
            }
        }

        return tasks;
    }

    public long Count(uint user) => _counts.GetValueOrDefault(user);
}
