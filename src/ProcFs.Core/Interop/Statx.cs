using System.Runtime.InteropServices;

namespace ProcFs.Interop;

/// <summary>struct statx (statx(2)), as far as it is used.</summary>
[StructLayout(LayoutKind.Explicit, Size = 256)]
internal struct Statx
{
    /// <summary>S_IFMT, the part of the mode that tells the kind of file (inode(7)).</summary>
    public const int TypeMask = 0xF000;

    [FieldOffset(0x10)]
    public uint LinkCount;

    [FieldOffset(0x1C)]
    public ushort Mode;

    [FieldOffset(0x20)]
    public ulong Inode;

    [FieldOffset(0x28)]
    public ulong Size;

    public readonly FileKind Kind => (FileKind)(Mode & TypeMask);
}
