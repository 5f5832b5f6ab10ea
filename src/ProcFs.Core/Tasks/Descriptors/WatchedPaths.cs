using System.Globalization;
using System.Runtime.InteropServices;
using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs;

/// <summary>
/// Finds the paths of watched inodes: fdinfo has a handle of each, which a privileged caller can open on a mount of its file system. Source: fs/notify/fdinfo.c,
/// open_by_handle_at(2).
/// </summary>
/// <param name="process">The process with the watches.</param>
/// <param name="mounts">Its mounts.</param>
internal sealed class WatchedPaths(ProcessDirectory process, IReadOnlyList<Mount> mounts)
{
    /// <summary>The current path of a watched inode; null if it cannot be found, which takes CAP_DAC_READ_SEARCH.</summary>
    /// <param name="device">The device of the file system.</param>
    /// <param name="line">The line of fdinfo.</param>
    public string? Find(string device, string line)
    {
        if (HandleOf(line) is not { } handle)
        {
            return null;
        }

        // A mount of the whole file system reaches every inode of it.
        foreach (Mount mount in mounts.Where(mount => $"{mount.DeviceMajor}:{mount.DeviceMinor}" == device).OrderBy(mount => mount.Root != "/"))
        {
            // A device file that is mounted on its own is not opened.
            using var folder = Descriptor.Open(process.Handle, $"root{mount.Target}/.", OpenFlags.Reading, out _);
            if (folder is not null && Open(folder, handle) is { } file)
            {
                using (file)
                {
                    return CanonicalPath.Of(process.Root, file) is ['/', ..] and var path ? LosslessText.Decode(DeletedSuffix.Strip(LosslessText.Encode(path))) : null;
                }
            }
        }

        return null;
    }

    // struct file_handle: the length and the type, and then the bytes.
    private static byte[]? HandleOf(string line)
    {
        if (DescriptorInfoFields.Hex(line, "fhandle-bytes") is not { } length
            || DescriptorInfoFields.Hex(line, "fhandle-type") is not { } type
            || DescriptorInfoFields.Find(line, "f_handle") is not { } text
            || (ulong)text.Length != length * 2)
        {
            return null;
        }

        byte[] handle = new byte[8 + length];
        MemoryMarshal.Write(handle, (int)length);
        MemoryMarshal.Write(handle.AsSpan(4), (int)type);
        for (int i = 0; i < (int)length; i++)
        {
            if (!byte.TryParse(text.AsSpan(i * 2, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out handle[8 + i]))
            {
                return null;
            }
        }

        return handle;
    }

    private static unsafe Descriptor? Open(Descriptor mount, byte[] handle)
    {
        fixed (byte* bytes = handle)
        {
            return Descriptor.OpenHandle(mount, bytes);
        }
    }
}
