using ProcFs.Fixtures;

namespace ProcFs;

public sealed class NetDeviceTests(FixtureRoot modern, OldKernelRoot old) : IClassFixture<FixtureRoot>, IClassFixture<OldKernelRoot>
{
    private const string Header =
        "Inter-|   Receive                                                |  Transmit\n"
        + " face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed\n";

    [Fact]
    public void Both_directions_are_counted()
    {
        NetDevice device = NetFiles.Rows<NetDevice>(modern, "dev")[1];
        Assert.Equal(("eth0", 18446744073709551614UL, 7391452UL, 3UL, 12UL), (device.Name, device.ReceiveBytes, device.ReceivePackets, device.ReceiveErrors, device.ReceiveDropped));
        Assert.Equal((1UL, 2UL, 0UL, 9120UL), (device.ReceiveFifoErrors, device.ReceiveFrameErrors, device.ReceiveCompressed, device.ReceiveMulticast));
        Assert.Equal((754764977UL, 4192345UL, 4UL, 5UL), (device.TransmitBytes, device.TransmitPackets, device.TransmitErrors, device.TransmitDropped));
        Assert.Equal((6UL, 7UL, 8UL, 9UL), (device.TransmitFifoErrors, device.Collisions, device.TransmitCarrierErrors, device.TransmitCompressed));
        Assert.Empty(device.Unavailable);
        Assert.Empty(device.Additional);
    }

    [Fact]
    public void A_number_may_follow_the_colon_and_an_alias_has_one_itself()
    {
        List<NetDevice> devices = NetFiles.Rows<NetDevice>(old, "dev");
        Assert.Equal(["lo", "eth0", "eth0:1"], devices.Select(device => device.Name));
        Assert.Equal((4194304123UL, 4294967295UL, 812UL), (devices[1].ReceiveBytes, devices[1].TransmitBytes, devices[2].ReceiveBytes));
    }

    [Fact]
    public void A_kernel_before_bytes_were_counted_has_fewer_columns()
    {
        (List<NetDevice> devices, _) = NetFiles.RowsOf<NetDevice>(
            "dev",
            "Inter-|   Receive                  |  Transmit\n face |packets errs drop fifo frame|packets errs drop fifo colls carrier\n    lo:      9    0    0    0    0        8    0    0    0     1    0\n");
        NetDevice device = Assert.Single(devices);
        Assert.Equal((9UL, 8UL, 1UL, null), (device.ReceivePackets, device.TransmitPackets, device.Collisions, device.ReceiveBytes));
        Assert.Equal(UnavailableReason.NotOnThisKernel, device.Unavailable["ReceiveBytes"]);
    }

    [Fact]
    public void An_odd_value_affects_only_itself_a_new_one_is_kept_and_a_line_without_a_name_is_not_a_row()
    {
        (List<NetDevice> devices, List<ProcException> errors) = NetFiles.RowsOf<NetDevice>(
            "dev",
            Header + "  eth0: -1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17\n  eth1 1 2\n: 1 2\n");
        NetDevice device = Assert.Single(devices);
        Assert.Equal((null, 2UL, 16UL, "17"), (device.ReceiveBytes, device.ReceivePackets, device.TransmitCompressed, device.Additional["+1"]));
        Assert.Equal(UnavailableReason.Malformed, device.Unavailable["ReceiveBytes"]);
        Assert.Equal([4, 5], errors.Select(error => error.LineNumber));
        Assert.Throws<ProcException>(() => NetFiles.RowsOf<NetDevice>("dev", "eth0: 1 2 3\n"));
    }

    [Fact]
    public void This_machine_has_a_loopback()
    {
        NetDevice device = NetFiles.Rows<NetDevice>(new ProcRoot(), "self/net/dev").Rows.Single(device => device.Name == "lo");
        Assert.Equal((device.ReceiveBytes, device.ReceivePackets), (device.TransmitBytes, device.TransmitPackets));
        Assert.Empty(device.Additional);
    }
}
