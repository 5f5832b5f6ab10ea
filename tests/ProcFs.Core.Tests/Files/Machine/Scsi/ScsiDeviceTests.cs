using ProcFs.Fixtures;
using ProcFs.Grammar;

namespace ProcFs;

public sealed class ScsiDeviceTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_device_has_an_address_and_names_that_may_hold_blanks()
    {
        ScsiDevice[] devices = [.. modern.Root.Rows<ScsiDevice>(TestContext.Current.CancellationToken).Select(row => row.Item!)];
        Assert.Equal((0, 0, 1, 0L, "ATA", "ST4000 LN 003", "0001", "Direct-Access", "05"), (devices[0].Host, devices[0].Channel, devices[0].Target, devices[0].Lun, devices[0].Vendor, devices[0].Model, devices[0].Revision, devices[0].Type, devices[0].ScsiRevision));
        Assert.Equal((12, 16384L, "CD-ROM"), (devices[1].Host, devices[1].Lun, devices[1].Type));
    }

    [Fact]
    public void There_may_be_none_and_an_odd_one_is_one_error()
    {
        Assert.Empty(GrammarFile.Read<ScsiDevice>("Attached devices: none\n", ScsiDevice.ReadRows).Rows);
        (List<ScsiDevice> devices, List<ProcException> errors) = GrammarFile.Read<ScsiDevice>("Attached devices:\nHost: x Channel: 0\nHost: scsi1 Channel: x Id: 1 Lun: 2\n", ScsiDevice.ReadRows);
        Assert.Equal((1, UnavailableReason.Malformed), (Assert.Single(devices).Host, devices[0].Unavailable["Channel"]));
        Assert.Equal(2, Assert.Single(errors).LineNumber);
    }
}
