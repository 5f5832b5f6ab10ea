using ProcFs.Fixtures;

namespace ProcFs;

public sealed class ScsiDeviceQuirkTests
{
    [Fact]
    public void A_model_has_special_treatment()
    {
        ScsiDeviceQuirk quirk = ScsiDeviceQuirk.Parse("'Aashima' 'IMAGERY 2400SP' 0x1"u8, Sources.Of("scsi/device_info"))!;
        Assert.Equal(("Aashima", "IMAGERY 2400SP", 1UL), (quirk.Vendor, quirk.Model, quirk.Flags));
        Assert.Null(ScsiDeviceQuirk.Parse("'Aashima' 'x'"u8, Sources.Of("scsi/device_info")));
    }
}
