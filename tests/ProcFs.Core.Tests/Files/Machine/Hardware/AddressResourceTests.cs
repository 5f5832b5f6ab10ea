using ProcFs.Fixtures;
using ProcFs.Grammar;

namespace ProcFs;

public sealed class AddressResourceTests(FixtureRoot modern, OldKernelRoot old) : IClassFixture<FixtureRoot>, IClassFixture<OldKernelRoot>
{
    [Fact]
    public void A_range_lies_within_others()
    {
        List<AddressResource> memory = Read(modern.Root, "iomem");
        AddressResource bus = memory[7];
        Assert.Equal((0xeec00000UL, 0xeecfffffUL, 0x100000L, 2), (bus.Start, bus.End, bus.Size, bus.Depth));
        Assert.Equal([0, 0, 0, 1, 1, 0, 1, 2, 0], memory.Select(range => range.Depth));
        Assert.Equal(("100000000-63fffffff System RAM", 0), ($"{memory[8]}", memory[8].Depth));
    }

    [Fact]
    public void Ports_are_ranges_too() => Assert.Equal(
        ["PCI Bus 0000:00", "dma1", "pic1", "keyboard", "serial", "PCI conf1", "PCI Bus 0000:00"],
        Read(modern.Root, "ioports").Select(port => port.Name));

    [Fact]
    public void What_the_kernel_hides_is_null()
    {
        List<AddressResource> memory = Read(old.Root, "iomem");
        Assert.All(memory, range => Assert.Equal((null, null, null), (range.Start, range.End, range.Size)));
        Assert.All(memory, range => Assert.Equal(UnavailableReason.Denied, range.Unavailable["Start"]));
        Assert.Equal((1, "0000:00:02.0"), (memory[3].Depth, $"{memory[3]}"));
    }

    [Fact]
    public void An_odd_address_costs_itself_alone_and_an_odd_line_is_one_error()
    {
        (List<AddressResource> ranges, List<ProcException> errors) = GrammarFile.Read<AddressResource>("00-ff : a\n  ?-0f : b\nodd\n  10-1f : c\n", AddressResource.ReadRows);
        Assert.Equal((null, 0xfUL, "Start"), (ranges[1].Start, ranges[1].End, Assert.Single(ranges[1].Unavailable).Key));
        Assert.Equal((1, 3), (ranges[2].Depth, Assert.Single(errors).LineNumber));
    }

    [Fact]
    public void The_ports_of_this_machine_have_owners()
    {
        Assert.SkipUnless(File.Exists("/proc/ioports"), "This kernel has no I/O ports.");
        Assert.All(Read(new ProcRoot(), "ioports"), port => Assert.NotEmpty(port.Name));
    }

    private static List<AddressResource> Read(ProcRoot root, string file)
    {
        var rows = new List<AddressResource>();
        AddressResource.ReadRows(new ProcSource(root, file), row =>
        {
            rows.Add(row);
            return true;
        });
        return rows;
    }
}
