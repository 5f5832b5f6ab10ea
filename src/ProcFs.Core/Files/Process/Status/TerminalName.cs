namespace ProcFs;

/// <summary>
/// Converts the device number of a controlling terminal to the name that ps shows: with <c>/proc/tty/drivers</c>, which has those of every driver, or without it
/// with the fixed numbers (Documentation/admin-guide/devices.txt).
/// </summary>
internal static class TerminalName
{
    private const int Tty = 4;
    private const int FirstSerial = 64;
    private const int FirstPseudo = 136;
    private const int LastPseudo = 143;
    private const int MinorsOfMajor = 256;

    /// <summary>The name, from the table of the machine; null for 0, no terminal.</summary>
    public static string? Of(int device, TerminalDrivers drivers)
    {
        (int major, int minor) = NumbersOf(device);
        return major is 0 or Tty or 5 or (>= FirstPseudo and <= LastPseudo) ? Of(device) : drivers.NameOf(major, minor) ?? Of(device);
    }

    /// <summary>The name, from the fixed numbers; null for 0, no terminal.</summary>
    public static string? Of(int device)
    {
        (int major, int minor) = NumbersOf(device);
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

    // The kernel encodes them: minor in bits 0-7 and 20-31, major in bits 8-19 (new_encode_dev).
    private static (int Major, int Minor) NumbersOf(int device) => ((device >> 8) & 0xFFF, (device & 0xFF) | ((device >> 12) & 0xFFF00));
}
