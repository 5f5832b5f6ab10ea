namespace ProcFs;

/// <summary>The drivers of device files, by number: <c>/proc/devices</c>, and <c>/proc/misc</c> for those that share the major number 10.</summary>
internal sealed class DeviceDrivers
{
    private const int Miscellaneous = 10;

    private readonly List<DeviceDriver> _drivers;
    private readonly List<MiscellaneousDevice> _others;

    public DeviceDrivers(ProcRoot root)
    {
        _drivers = Read<DeviceDriver>(root);
        _others = Read<MiscellaneousDevice>(root);
    }

    /// <summary>The name of the driver; null if no driver has the number.</summary>
    public string? NameOf(bool isBlock, int major, int minor) => !isBlock && major == Miscellaneous
        ? _others.Find(device => device.Minor == minor)?.Name ?? Find("Character", major)
        : Find(isBlock ? "Block" : "Character", major);

    private string? Find(string type, int major) =>
        _drivers.Find(driver => driver.Major == major && driver.Type.Equals(type, StringComparison.OrdinalIgnoreCase))?.Name;

    private static List<T> Read<T>(ProcRoot root)
        where T : class, IRow<T> =>
        [.. root.Rows<T>().Select(outcome => outcome.Item).OfType<T>()];
}
