using System.Runtime.InteropServices;

namespace ProcFs.Interop;

/// <summary>struct statx (statx(2)), the part that is used.</summary>
[StructLayout(LayoutKind.Explicit, Size = 256)]
internal struct Statx
{
    /// <summary>S_IFMT, the file type bits of the mode (inode(7)).</summary>
    public const int TypeMask = 0xF000;

    /// <summary>The permission bits of the mode, including set-id and sticky bits.</summary>
    public const int PermissionMask = 0xFFF;

    /// <summary>The permission bits of a folder that everyone can list: 0555.</summary>
    public const int ReadableFolder = 0x16D;

    /// <summary>The permission bits of a file that everyone can read: 0444.</summary>
    public const int ReadableFile = 0x124;

    /// <summary>The STATX_* attributes that are present.</summary>
    [FieldOffset(0x00)]
    public uint Mask;

    [FieldOffset(0x10)]
    public uint LinkCount;

    [FieldOffset(0x14)]
    public uint UserId;

    [FieldOffset(0x18)]
    public uint GroupId;

    [FieldOffset(0x1C)]
    public ushort Mode;

    [FieldOffset(0x20)]
    public ulong Inode;

    [FieldOffset(0x28)]
    public ulong Size;

    /// <summary>Stored blocks of 512 bytes.</summary>
    [FieldOffset(0x30)]
    public ulong Blocks;

    [FieldOffset(0x40)]
    public long AccessSeconds;

    [FieldOffset(0x48)]
    public uint AccessNanoseconds;

    /// <summary>The creation time of the inode; 0 if the file system does not store it.</summary>
    [FieldOffset(0x50)]
    public long BirthSeconds;

    [FieldOffset(0x58)]
    public uint BirthNanoseconds;

    [FieldOffset(0x70)]
    public long ModifySeconds;

    [FieldOffset(0x78)]
    public uint ModifyNanoseconds;

    /// <summary>The device number of a device file; <see cref="DeviceMajor"/> is that of the file system.</summary>
    [FieldOffset(0x80)]
    public uint SpecialMajor;

    [FieldOffset(0x84)]
    public uint SpecialMinor;

    [FieldOffset(0x88)]
    public uint DeviceMajor;

    [FieldOffset(0x8C)]
    public uint DeviceMinor;

    [FieldOffset(0x90)]
    public ulong MountNumber;

    /// <summary>The id of the mount; null before Linux 5.8, or if it was not requested.</summary>
    public readonly int? MountId => (Mask & Libc.STATX_MNT_ID) != 0 ? (int)MountNumber : null;

    public readonly FileKind Kind => (FileKind)(Mode & TypeMask);

    /// <summary>Whether both refer to the same file.</summary>
    public readonly bool IsSameFile(in Statx other) =>
        Inode == other.Inode && DeviceMajor == other.DeviceMajor && DeviceMinor == other.DeviceMinor;
}
