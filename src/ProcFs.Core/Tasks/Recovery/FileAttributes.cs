using ProcFs.Interop;
using ProcFs.IO;

namespace ProcFs.Recovery;

/// <summary>
/// Copies the timestamps and extended attributes of a file to a new one, and the requested part of its owner and permissions. A file from an untrusted process must
/// not become a privileged program, or accessible to others, by being restored.
/// </summary>
internal sealed class FileAttributes(Descriptor from, Statx file, Descriptor to, KeptAttributes kept)
{
    private const int AttributeSize = 64 * 1024;

    // S_ISUID and S_ISGID (inode(7)).
    private const int SetIdMask = 0xC00;

    // S_IRUSR and S_IWUSR: 0600.
    private const int OwnerMask = 0x180;

    private readonly List<string> _notKept = [];

    /// <summary>Copies the attributes; returns the names of those that the copy does not have.</summary>
    public string[] Copy()
    {
        bool hasOwner = CopyOwner();

        // Changing the owner drops capabilities and set-id bits, and a mode without write permission prevents setting attributes.
        CopyExtended();
        CopyMode(hasOwner);
        if (!SetTimes())
        {
            _notKept.Add("times");
        }

        return [.. _notKept];
    }

    private bool CopyOwner()
    {
        bool isTheSame = to.StatSelf(out Statx made) == Errno.None && made.UserId == file.UserId && made.GroupId == file.GroupId;
        if (isTheSame || (kept.HasFlag(KeptAttributes.Owner) && Libc.fchown(to.Number, file.UserId, file.GroupId) == 0))
        {
            return true;
        }

        _notKept.Add("owner");
        return false;
    }

    private void CopyMode(bool hasOwner)
    {
        int source = file.Mode & Statx.PermissionMask;
        int mode = source & ~SetIdMask & (kept.HasFlag(KeptAttributes.Mode) ? Statx.PermissionMask : OwnerMask);

        // A program that ran as its owner must not run as another user.
        mode |= hasOwner && kept.HasFlag(KeptAttributes.Privilege) ? source & SetIdMask : 0;
        int made = Libc.fchmod(to.Number, (uint)mode) == 0 && to.StatSelf(out Statx now) == Errno.None ? now.Mode & Statx.PermissionMask : OwnerMask;
        if ((made & ~SetIdMask) != (source & ~SetIdMask))
        {
            _notKept.Add("mode");
        }

        if ((made & SetIdMask) != (source & SetIdMask))
        {
            _notKept.Add(RecoveredFile.SetId);
        }
    }

    private unsafe bool SetTimes()
    {
        long* times = stackalloc long[] { file.AccessSeconds, file.AccessNanoseconds, file.ModifySeconds, file.ModifyNanoseconds };
        return Libc.futimens(to.Number, times) == 0;
    }

    private unsafe void CopyExtended()
    {
        byte[] names = new byte[AttributeSize];
        byte[] value = new byte[AttributeSize];
        fixed (byte* list = names, content = value)
        {
            nint length = Libc.flistxattr(from.Number, list, names.Length);
            for (nint start = 0; start < length; start += names.AsSpan((int)start).IndexOf((byte)0) + 1)
            {
                ReadOnlySpan<byte> name = names.AsSpan((int)start, names.AsSpan((int)start).IndexOf((byte)0));
                nint size = IsWanted(name) ? Libc.fgetxattr(from.Number, list + start, content, value.Length) : -1;
                if (size < 0 || Libc.fsetxattr(to.Number, list + start, content, size, 0) < 0)
                {
                    _notKept.Add(Text.LosslessText.Decode(name));
                }
            }
        }
    }

    // Access control lists are part of the mode (acl(5)); capabilities are privileges of a program (capabilities(7)).
    private bool IsWanted(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("security.capability"u8) ? kept.HasFlag(KeptAttributes.Privilege)
        : !name.StartsWith("system.posix_acl_"u8) || kept.HasFlag(KeptAttributes.Mode);
}
