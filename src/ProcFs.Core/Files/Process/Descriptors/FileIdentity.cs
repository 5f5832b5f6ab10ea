using ProcFs.Interop;

namespace ProcFs;

/// <summary>The device and inode of a file, which all its names and all mount namespaces share.</summary>
internal readonly record struct FileIdentity(uint Major, uint Minor, ulong Inode)
{
    /// <summary>The identity according to stat.</summary>
    public static FileIdentity Of(in Statx file) => new(file.DeviceMajor, file.DeviceMinor, file.Inode);
}
