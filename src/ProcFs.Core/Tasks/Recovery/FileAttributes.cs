using ProcFs.Interop;
using ProcFs.IO;

namespace ProcFs.Recovery;

/// <summary>Gives a new file the mode, owner, times and extended attributes of another.</summary>
internal static class FileAttributes
{
    private const int AttributeSize = 64 * 1024;

    // S_ISUID and S_ISGID (inode(7)).
    private const int SetIdMask = 0xC00;

    /// <summary>Copies what may be copied; returns the names of what could not be.</summary>
    public static string[] Copy(Descriptor from, in Statx file, Descriptor to)
    {
        var notKept = new List<string>();
        int mode = file.Mode & Statx.PermissionMask;
        if (Libc.fchown(to.Number, file.UserId, file.GroupId) < 0)
        {
            notKept.Add("owner");

            // A program that ran as its owner must not run as another.
            mode &= ~SetIdMask;
        }

        // A change of the owner takes capabilities and set-id bits away, and a mode without the right to write refuses attributes.
        CopyExtended(from, to, notKept);
        if (Libc.fchmod(to.Number, (uint)mode) < 0 || mode != (file.Mode & Statx.PermissionMask))
        {
            notKept.Add("mode");
        }

        if (!SetTimes(to, file))
        {
            notKept.Add("times");
        }

        return [.. notKept];
    }

    private static unsafe bool SetTimes(Descriptor to, in Statx file)
    {
        long* times = stackalloc long[] { file.AccessSeconds, file.AccessNanoseconds, file.ModifySeconds, file.ModifyNanoseconds };
        return Libc.futimens(to.Number, times) == 0;
    }

    private static unsafe void CopyExtended(Descriptor from, Descriptor to, List<string> notKept)
    {
        byte[] names = new byte[AttributeSize];
        byte[] value = new byte[AttributeSize];
        fixed (byte* list = names, content = value)
        {
            nint length = Libc.flistxattr(from.Number, list, names.Length);
            for (nint start = 0; start < length; start += names.AsSpan((int)start).IndexOf((byte)0) + 1)
            {
                nint size = Libc.fgetxattr(from.Number, list + start, content, value.Length);
                if (size < 0 || Libc.fsetxattr(to.Number, list + start, content, size, 0) < 0)
                {
                    ReadOnlySpan<byte> name = names.AsSpan((int)start);
                    notKept.Add(Text.LosslessText.Decode(name[..name.IndexOf((byte)0)]));
                }
            }
        }
    }
}
