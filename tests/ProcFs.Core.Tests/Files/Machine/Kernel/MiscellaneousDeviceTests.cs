using ProcFs.Fixtures;

namespace ProcFs;

public sealed class MiscellaneousDeviceTests
{
    [Fact]
    public void A_device_has_a_minor_number()
    {
        MiscellaneousDevice device = MiscellaneousDevice.Parse(" 58 network_throughput"u8, Sources.Of("misc"))!;
        Assert.Equal((58, "network_throughput"), (device.Minor, device.Name));
        Assert.Null(MiscellaneousDevice.Parse("fuse"u8, Sources.Of("misc")));
        Assert.Null(MiscellaneousDevice.Parse("58 "u8, Sources.Of("misc")));
    }

    [Fact]
    public void The_files_of_this_machine_are_read() =>
        Assert.All(new ProcRoot().Rows<MiscellaneousDevice>(TestContext.Current.CancellationToken), row => Assert.Null(row.Error));
}
