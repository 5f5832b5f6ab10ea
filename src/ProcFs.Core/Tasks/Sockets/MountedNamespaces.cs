using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs;

/// <summary>Mounted network namespaces, such as those of <c>ip netns add</c>, which need no process in them.</summary>
internal static class MountedNamespaces
{
    /// <summary>Reads the mounts of one process of each mount namespace.</summary>
    public static void Find(ProcRoot root, SocketHolders holders)
    {
        foreach (int id in root.IsLive ? [.. holders.MountNamespaceMembers] : Array.Empty<int>())
        {
            using var process = ProcessDirectory.Open(root, id, new ReadScope(), out _);
            if (process is not null)
            {
                Find(process, holders);
            }
        }
    }

    private static void Find(ProcessDirectory process, SocketHolders holders)
    {
        var source = new ProcSource(process, "mountinfo");
        try
        {
            using LineReader lines = source.OpenLines();
            while (lines.Next(out _))
            {
                if (lines.Line.IndexOf(" - nsfs "u8) > 0
                    && Mount.Parse(lines.Line, source) is { } mount
                    && SocketHolder.TryInode(LosslessText.Encode(mount.Root), "net:["u8, out ulong inode))
                {
                    holders.AddMount(inode, $"{process.ProcessId}/root{mount.Target}");
                }
            }
        }
        catch (ProcException)
        {
            // It has ended, or access to its mounts is denied.
        }
    }
}
