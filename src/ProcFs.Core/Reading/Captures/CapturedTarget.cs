using ProcFs.Interop;

namespace ProcFs;

/// <summary>What stat(2) answered for the file to which links of a capture lead.</summary>
public sealed class CapturedTarget
{
    /// <summary>The links, below the root.</summary>
    public IReadOnlyList<string> Links { get => field ?? []; init; }

    /// <summary>The file type and permission bits (inode(7)).</summary>
    public int Mode { get; init; }

    /// <summary>The size, in bytes.</summary>
    public ulong Size { get; init; }

    /// <summary>The inode.</summary>
    public ulong Inode { get; init; }

    /// <summary>The number of names; 0 for a deleted file.</summary>
    public uint Names { get; init; }

    /// <summary>The major number of the device that stores it.</summary>
    public uint DeviceMajor { get; init; }

    /// <summary>The minor number of the device that stores it.</summary>
    public uint DeviceMinor { get; init; }

    /// <summary>The major number of the device that it stands for; 0 for other files.</summary>
    public uint SpecialMajor { get; init; }

    /// <summary>The minor number of the device that it stands for; 0 for other files.</summary>
    public uint SpecialMinor { get; init; }

    /// <summary>The first of the links.</summary>
    public override string ToString() => Links.Count > 0 ? Links[0] : "";

    internal static CapturedTarget Of(in Statx file, IReadOnlyList<string> links) => new()
    {
        Links = links,
        Mode = file.Mode,
        Size = file.Size,
        Inode = file.Inode,
        Names = file.LinkCount,
        DeviceMajor = file.DeviceMajor,
        DeviceMinor = file.DeviceMinor,
        SpecialMajor = file.SpecialMajor,
        SpecialMinor = file.SpecialMinor,
    };

    internal Statx ToStatx() => new()
    {
        Mode = (ushort)Mode,
        Size = Size,
        Inode = Inode,
        LinkCount = Names,
        DeviceMajor = DeviceMajor,
        DeviceMinor = DeviceMinor,
        SpecialMajor = SpecialMajor,
        SpecialMinor = SpecialMinor,
    };
}
