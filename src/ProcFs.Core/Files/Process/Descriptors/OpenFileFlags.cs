namespace ProcFs;

/// <summary>Converts the bits of <c>flags</c> in fdinfo to names. Four of the bits differ on Arm.</summary>
internal static class OpenFileFlags
{
    private const long AccessMask = 3;
    private const long Moved = 0x3C000;

    // arch/arm64/include/uapi/asm/fcntl.h
    private static readonly (long Bit, FileStatusFlags Flag)[] s_arm =
    [
        (0x4000, FileStatusFlags.Directory),
        (0x8000, FileStatusFlags.NoFollow),
        (0x10000, FileStatusFlags.Direct),
        (0x20000, FileStatusFlags.LargeFile),
    ];

    /// <summary>The flags by name, for a machine of this architecture.</summary>
    public static FileStatusFlags NamesOf(long bits, string? architecture)
    {
        var flags = (FileStatusFlags)(bits & ~AccessMask);
        if (architecture is null || !(architecture == "aarch64" || architecture.StartsWith("arm", StringComparison.Ordinal)))
        {
            return flags;
        }

        flags &= ~(FileStatusFlags)Moved;
        foreach ((long bit, FileStatusFlags flag) in s_arm)
        {
            flags |= (bits & bit) != 0 ? flag : 0;
        }

        return flags;
    }

    /// <summary>The access mode of a descriptor with these bits.</summary>
    public static FileDescriptorAccess AccessOf(long bits) => (bits & AccessMask) switch
    {
        _ when (bits & (long)FileStatusFlags.Path) != 0 => FileDescriptorAccess.None,
        0 => FileDescriptorAccess.Read,
        1 => FileDescriptorAccess.Write,
        2 => FileDescriptorAccess.ReadWrite,
        _ => FileDescriptorAccess.None,
    };
}
