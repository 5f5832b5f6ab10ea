using System.Runtime.InteropServices;

namespace ProcFs.Interop;

/// <summary>struct statx (statx(2)), as far as it is used.</summary>
[StructLayout(LayoutKind.Explicit, Size = 256)]
internal struct Statx
{
    /// <summary>S_IFMT, the part of the mode that tells the kind of file (inode(7)).</summary>
    public const int TypeMask = 0xF000;

    /// <summary>The permission bits of the mode, set-id and sticky bits included.</summary>
    public const int PermissionMask = 0xFFF;

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

    /// <summary>Blocks of 512 bytes that are stored.</summary>
    [FieldOffset(0x30)]
    public ulong Blocks;

    [FieldOffset(0x40)]
    public long AccessSeconds;

    [FieldOffset(0x48)]
    public uint AccessNanoseconds;

    /// <summary>When the inode was made; 0 where the file system does not keep it.</summary>
    [FieldOffset(0x50)]
    public long BirthSeconds;

    [FieldOffset(0x58)]
    public uint BirthNanoseconds;

    [FieldOffset(0x70)]
    public long ModifySeconds;

    [FieldOffset(0x78)]
    public uint ModifyNanoseconds;

    /// <summary>The number of the device that a device file stands for; <see cref="DeviceMajor"/> is that of the file system.</summary>
    [FieldOffset(0x80)]
    public uint SpecialMajor;

    [FieldOffset(0x84)]
    public uint SpecialMinor;

    [FieldOffset(0x88)]
    public uint DeviceMajor;

    [FieldOffset(0x8C)]
    public uint DeviceMinor;

    public readonly FileKind Kind => (FileKind)(Mode & TypeMask);

    /// <summary>Whether both are of one file.</summary>
    public readonly bool IsSameFile(in Statx other) =>
        Inode == other.Inode && DeviceMajor == other.DeviceMajor && DeviceMinor == other.DeviceMinor;
}
