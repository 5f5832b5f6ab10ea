namespace ProcFs;

/// <summary>The drivers of device files, by number: <c>/proc/devices</c>, <c>/proc/misc</c> for those that share the major number 10, and <c>/proc/tty/drivers</c> for terminals that share one.</summary>
internal sealed class DeviceDrivers
{
    private const int Miscellaneous = 10;

    private readonly List<DeviceDriver> _drivers;
    private readonly List<MiscellaneousDevice> _others;
    private readonly List<TerminalDriver> _terminals;

    public DeviceDrivers(ProcRoot root)
    {
        _drivers = Read<DeviceDriver>(root);
        _others = Read<MiscellaneousDevice>(root);
        _terminals = Read<TerminalDriver>(root);
    }

    /// <summary>The name of the driver; null if no driver has the number.</summary>
    public string? NameOf(bool isBlock, int major, int minor) => !isBlock && major == Miscellaneous
        ? _others.Find(device => device.Minor == minor)?.Name ?? Find("character", major)?.Name
        : (isBlock ? Find("block", major) : OfTerminal(major, minor) ?? Find("character", major))?.Name;

    // Several drivers of terminals have the major numbers 4 and 5: /dev/vc/0, tty and ttyS. The names there lack the folder, or have it.
    private DeviceDriver? OfTerminal(int major, int minor) =>
        _terminals.Find(terminal => terminal.Major == major && terminal.FirstMinor <= minor && minor <= terminal.LastMinor) is { } found
            ? _drivers.Find(driver => IsCharacter(driver, major) && (found.Device == driver.Name || found.Device == $"/dev/{driver.Name}"))
            : null;

    private DeviceDriver? Find(string type, int major) => _drivers.Find(driver => driver.Major == major && driver.Type == type);

    private static bool IsCharacter(DeviceDriver driver, int major) => driver.Major == major && driver.Type == "character";

    private static List<T> Read<T>(ProcRoot root)
        where T : class, IRow<T> =>
        [.. root.Rows<T>().Select(outcome => outcome.Item).OfType<T>()];
}
