namespace ProcFs;

/// <summary>From the device number of a controlling terminal to the name that ps gives it (Documentation/admin-guide/devices.txt).</summary>
internal static class TerminalName
{
    private const int Tty = 4;
    private const int FirstSerial = 64;
    private const int FirstPseudo = 136;
    private const int LastPseudo = 143;
    private const int MinorsOfMajor = 256;

    /// <summary>The name; null for 0, no terminal.</summary>
    public static string? Of(int device)
    {
        // The kernel packs it: minor in bits 0-7 and 20-31, major in bits 8-19 (new_encode_dev).
        int major = (device >> 8) & 0xFFF;
        int minor = (device & 0xFF) | ((device >> 12) & 0xFFF00);
        return (major, minor) switch
        {
            (0, 0) => null,
            ( >= FirstPseudo and <= LastPseudo, _) => $"pts/{((major - FirstPseudo) * MinorsOfMajor) + minor}",
            (Tty, < FirstSerial) => $"tty{minor}",
            (Tty, _) => $"ttyS{minor - FirstSerial}",
            (5, 1) => "console",
            (229, _) => $"hvc{minor}",
            (204, >= 64 and < 80) => $"ttyAMA{minor - 64}",
            _ => $"{major}:{minor}",
        };
    }
}
