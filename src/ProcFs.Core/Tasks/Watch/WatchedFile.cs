using ProcFs.Interop;

namespace ProcFs;

/// <summary>
/// What tells a file from all others while it lives: the device, the inode, and when that inode was made, since its number is given
/// to another file once the file is gone.
/// </summary>
internal readonly record struct WatchedFile(uint Major, uint Minor, ulong Inode, long BirthSeconds, uint BirthNanoseconds)
{
    public static WatchedFile Of(in Statx file) =>
        new(file.DeviceMajor, file.DeviceMinor, file.Inode, file.BirthSeconds, file.BirthNanoseconds);
}
