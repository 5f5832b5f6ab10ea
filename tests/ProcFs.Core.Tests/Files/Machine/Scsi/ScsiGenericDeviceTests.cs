using ProcFs.Fixtures;
using ProcFs.Grammar;

namespace ProcFs;

public sealed class ScsiGenericDeviceTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_device_has_numbers_and_a_state()
    {
        ScsiGenericDevice[] devices = [.. modern.Root.Rows<ScsiGenericDevice>(TestContext.Current.CancellationToken).Select(row => row.Item!)];
        Assert.Equal((0, 0, 0, 1, 0L, 0, 1, 32, 0, true), (devices[0].Number, devices[0].Host, devices[0].Channel, devices[0].Target, devices[0].Lun, devices[0].Type, devices[0].Opens, devices[0].QueueDepth, devices[0].Busy, devices[0].IsOnline));
        Assert.Equal((1, 12, false), (devices[1].Number, devices[1].Host, devices[1].IsOnline));
    }

    [Fact]
    public void A_removed_device_has_a_line()
    {
        ScsiGenericDevice device = Assert.Single(GrammarFile.Read<ScsiGenericDevice>("-1\t-1\t-1\t-1\t-1\t-1\t-1\t-1\t-1\n", ScsiGenericDevice.ReadRows).Rows);
        Assert.Equal((-1, null, UnavailableReason.Malformed), (device.Host, device.IsOnline, device.Unavailable["IsOnline"]));
    }
}
