using ProcFs.Fixtures;

namespace ProcFs;

public sealed class DeviceMulticastTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void An_address_belongs_to_a_device()
    {
        List<DeviceMulticast> rows = NetFiles.Rows<DeviceMulticast>(modern, "dev_mcast");
        Assert.Equal("01:00:5e:00:00:01 dev eth0", $"{rows[0]}");
        Assert.Equal((2, "eth0", 2, 1), (rows[1].InterfaceIndex, rows[1].Device, rows[1].Users, rows[1].GlobalUsers));
        Assert.Equal("00:ff:ff:ff:ff:12:40:1b:ff:ff:00:00:00:00:00:00:ff:ff:ff:ff", rows[2].Address);
    }

    [Theory]
    [InlineData("2 eth0 1 0 01005e00000\n")]
    [InlineData("2 eth0 1 0 x1005e000001\n")]
    [InlineData("2 eth0 1 0\n")]
    public void A_line_without_an_address_is_not_a_row(string text) => Assert.Single(NetFiles.RowsOf<DeviceMulticast>("dev_mcast", text).Errors);
}
