using ProcFs.Fixtures;

namespace ProcFs;

public sealed class VmallocAreaTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void An_area_has_addresses_a_size_and_a_caller()
    {
        VmallocArea[] areas = [.. modern.Root.Rows<VmallocArea>(TestContext.Current.CancellationToken).Select(row => row.Item!)];
        Assert.Equal((0xffffc90000008000UL, 0xffffc9000000d000UL, 20480L, "kernel_clone+0x94/0x3e0", "vmalloc", 4 * 4096L), (areas[2].Start, areas[2].End, areas[2].Size, areas[2].Caller, areas[2].Type, areas[2].Pages));
        Assert.Equal([(0, 3 * 4096L), (1, 4096L)], areas[2].Nodes.Select(node => (node.Key, node.Value)));
        Assert.Equal((0xa0000UL, "ioremap", null), (areas[1].PhysicalAddress, areas[1].Type, areas[1].Pages));
        Assert.Equal(("unpurged vm_area", null, "vmalloc vpages"), (areas[3].Type, areas[3].Caller, areas[4].Type));
        Assert.Equal((null, UnavailableReason.Denied, "0xffffffffc0123456", "user"), (areas[5].Start, areas[5].Unavailable["Start"], areas[5].Caller, areas[5].Type));
    }

    [Fact]
    public void An_odd_value_affects_only_itself()
    {
        VmallocArea area = VmallocArea.Parse("0x(ptrval)-0x5000 big x+0x1/0x2 pages=? phys=? N0=?"u8, Sources.Of("vmallocinfo"))!;
        Assert.Equal("Nodes Pages PhysicalAddress Size Start", string.Join(' ', area.Unavailable.Keys.Order()));
        Assert.Equal((0x5000UL, "x+0x1/0x2"), (area.End, area.Caller));
        Assert.Null(VmallocArea.Parse("vmalloc 8192"u8, Sources.Of("vmallocinfo")));
    }

    [Fact]
    public void The_files_of_this_machine_are_read()
    {
        Assert.SkipUnless(Native.GetEffectiveUserId() == 0 && File.Exists("/proc/vmallocinfo"), "Root alone may read vmallocinfo.");
        Assert.All(new ProcRoot().Rows<VmallocArea>(TestContext.Current.CancellationToken), row => Assert.True(row.Item!.Size > 0));
    }
}
