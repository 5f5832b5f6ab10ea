using ProcFs.Fixtures;
using ProcFs.Grammar;

namespace ProcFs;

public sealed class DrbdDeviceTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    private const long KiB = 1024;

    [Fact]
    public void A_device_identifies_both_machines()
    {
        DrbdDevice device = Read(modern.Root)[0];
        Assert.Equal((0, "Connected", "Primary/Secondary", "UpToDate/UpToDate", "C", "r-----"), (device.Minor, device.ConnectionState, device.Roles, device.DiskStates, device.Protocol, device.Flags));
        Assert.Equal((17324442 * KiB, 0L, 10961 * KiB, 28888 * KiB, 0L), (device.Sent, device.Received, device.Written, device.Read, device.OutOfSync));
        Assert.Equal((67L, 5L, 1L, 2L, 3L, 4L, 1L, "f"), (device.ActivityLogWrites, device.BitmapWrites, device.LocalRequests, device.Pending, device.Unacknowledged, device.ApplicationPending, device.Epochs, device.WriteOrdering));
        Assert.Equal("8.4.11 (api:1/proto:86-101)", device.Version);
    }

    [Fact]
    public void One_is_made_the_same_and_one_is_not_configured()
    {
        List<DrbdDevice> devices = Read(modern.Root);
        Assert.Equal((17.6, 4096 * KiB, "0:00:09"), (devices[1].Progress, devices[1].OutOfSync, devices[1].Additional["finish"]));
        Assert.Equal(("Unconfigured", null, 0), (devices[2].ConnectionState, devices[2].Sent, devices[2].Unavailable.Count));
    }

    [Fact]
    public void An_odd_value_affects_only_itself()
    {
        DrbdDevice device = Assert.Single(GrammarFile.Read<DrbdDevice>("version: 8.3\n 0: cs:Connected st:Primary/Unknown\n    ns:? nr:1 new:2\n", DrbdDevice.ReadRows).Rows);
        Assert.Equal((null, KiB, "2", "Primary/Unknown", UnavailableReason.Malformed), (device.Sent, device.Received, device.Additional["new"], device.Roles, device.Unavailable["Sent"]));
    }

    private static List<DrbdDevice> Read(ProcRoot root) =>
        [.. root.Rows<DrbdDevice>(TestContext.Current.CancellationToken).Select(outcome => outcome.Item ?? throw outcome.Error!)];
}
