using System.Net;
using ProcFs.Fixtures;

namespace ProcFs;

public sealed class ArpEntryTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_neighbor_has_a_hardware_address_if_it_is_known()
    {
        List<ArpEntry> entries = NetFiles.Rows<ArpEntry>(modern, "arp");
        Assert.Equal("192.0.2.1 02:00:5e:00:53:01 dev eth0", $"{entries[0]}");
        Assert.Equal((IPAddress.Parse("192.0.2.1"), 1UL, ArpFlags.Complete, true), (entries[0].Address, entries[0].HardwareType, entries[0].Flags, entries[0].IsComplete));
        Assert.Equal((ArpFlags.None, false), (entries[1].Flags, entries[1].IsComplete));
        Assert.Equal((ArpFlags.Permanent | ArpFlags.Published, null), (entries[2].Flags, entries[2].Device));
        Assert.Equal((32UL, 59, "ib0"), (entries[3].HardwareType, entries[3].HardwareAddress!.Length, entries[3].Device));
        Assert.All(entries, entry => Assert.Empty(entry.Unavailable));
    }

    [Fact]
    public void An_odd_value_affects_only_itself_and_an_old_kernel_writes_a_mask()
    {
        (List<ArpEntry> entries, _) = NetFiles.RowsOf<ArpEntry>(
            "arp",
            "IP address       HW type     Flags       HW address            Mask     Device\n10.1 0x1 2 00:00:00:00:00:00 255.255.255.0 eth0\n");
        ArpEntry entry = Assert.Single(entries);
        Assert.Equal((null, null, IPAddress.Parse("255.255.255.0")), (entry.Address, entry.Flags, entry.Mask));
        Assert.Equal(["Address", "Flags"], entry.Unavailable.Keys.Order());
    }
}
