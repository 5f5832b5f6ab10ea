using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>The traffic of a network device over an interval, as shown by <c>sar -n DEV</c>: the increase of the counters in <c>/proc/net/dev</c>.</summary>
public sealed class NetDeviceUsage
{
    private NetDeviceUsage()
    {
    }

    /// <summary>The end of the interval; the same for all objects of a round.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The device.</summary>
    public required string Name { get; init; }

    /// <summary>Bytes received.</summary>
    [Unit(Unit.BytesPerSecond)] public required double? ReceiveBytesPerSecond { get; init; }

    /// <summary>Bytes sent.</summary>
    [Unit(Unit.BytesPerSecond)] public required double? TransmitBytesPerSecond { get; init; }

    /// <summary>Packets received.</summary>
    [Unit(Unit.PerSecond)] public required double? ReceivePacketsPerSecond { get; init; }

    /// <summary>Packets sent.</summary>
    [Unit(Unit.PerSecond)] public required double? TransmitPacketsPerSecond { get; init; }

    /// <summary>Errors in both directions.</summary>
    [Unit(Unit.PerSecond)] public required double? ErrorsPerSecond { get; init; }

    /// <summary>Packets dropped in both directions.</summary>
    [Unit(Unit.PerSecond)] public required double? DropsPerSecond { get; init; }

    internal static View View => new(
        typeof(NetDeviceUsage),
        new(nameof(Name), 16) { IsKey = true },
        new(nameof(ReceiveBytesPerSecond), 10) { Label = "Received/s" },
        new(nameof(TransmitBytesPerSecond), 10) { Label = "Sent/s" },
        new(nameof(ReceivePacketsPerSecond), 12) { Label = "PacketsIn/s" },
        new(nameof(TransmitPacketsPerSecond), 12) { Label = "PacketsOut/s" },
        new(nameof(ErrorsPerSecond), 9) { Label = "Errors/s" },
        new(nameof(DropsPerSecond), 8) { Label = "Drops/s" });

    /// <summary>The device and its traffic: <c>eth0 in 1.2 MB/s, out 3.4 kB/s</c>.</summary>
    public override string ToString() =>
        DisplayText.Escape($"{Name} in {Display.Value(ReceiveBytesPerSecond, Unit.BytesPerSecond)}, out {Display.Value(TransmitBytesPerSecond, Unit.BytesPerSecond)}");

    internal static NetDeviceUsage Between(NetDevice before, NetDevice after, DateTimeOffset time, CounterRates rates) => new()
    {
        Time = time,
        Name = after.Name,
        ReceiveBytesPerSecond = rates.PerSecond(before.ReceiveBytes, after.ReceiveBytes),
        TransmitBytesPerSecond = rates.PerSecond(before.TransmitBytes, after.TransmitBytes),
        ReceivePacketsPerSecond = rates.PerSecond(before.ReceivePackets, after.ReceivePackets),
        TransmitPacketsPerSecond = rates.PerSecond(before.TransmitPackets, after.TransmitPackets),
        ErrorsPerSecond = rates.PerSecond(before.ReceiveErrors, after.ReceiveErrors) + rates.PerSecond(before.TransmitErrors, after.TransmitErrors),
        DropsPerSecond = rates.PerSecond(before.ReceiveDropped, after.ReceiveDropped) + rates.PerSecond(before.TransmitDropped, after.TransmitDropped),
    };
}
