using ProcFs.Interop;

namespace ProcFs;

/// <summary>
/// The identity of a file during its lifetime: the device, the inode, and the creation time of the inode, because the inode number is reused for another file after
/// the file is gone.
/// </summary>
internal readonly record struct WatchedFile(uint Major, uint Minor, ulong Inode, long BirthSeconds, uint BirthNanoseconds)
{
    public static WatchedFile Of(in Statx file) =>
        new(file.DeviceMajor, file.DeviceMinor, file.Inode, file.BirthSeconds, file.BirthNanoseconds);
}
