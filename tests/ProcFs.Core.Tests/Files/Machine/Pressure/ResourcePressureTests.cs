using ProcFs.Fixtures;

namespace ProcFs;

public sealed class ResourcePressureTests(FixtureRoot modern, OldKernelRoot old) : IClassFixture<FixtureRoot>, IClassFixture<OldKernelRoot>
{
    [Fact]
    public void Each_file_has_its_resource_and_two_lines()
    {
        var memory = modern.Root.Read<ResourcePressure>("memory");
        Assert.Equal(("memory", 0.25, 1.15, 0.74), (memory.Resource, memory.Some!.Avg10, memory.Some.Avg60, memory.Some.Avg300));
        Assert.Equal((TimeSpan.FromMicroseconds(92983617), 0.1), (memory.Some.Total, memory.Full!.Avg10));
        Assert.Equal("memory some 0.25 %, full 0.10 %", memory.ToString());
        Assert.Equal("0.10 %, 0.50 %, 0.30 %", $"{memory.Full}");
    }

    [Fact]
    public void Interrupts_stall_all_and_an_older_kernel_has_only_some()
    {
        var irq = modern.Root.Read<ResourcePressure>("irq");
        Assert.Equal((null, 0.01, "irq full 0.01 %"), (irq.Some, irq.Full!.Avg10, irq.ToString()));
        var cpu = old.Root.Read<ResourcePressure>("cpu");
        Assert.Equal((12.5, null), (cpu.Some!.Avg10, cpu.Full));
    }

    [Fact]
    public void A_new_value_is_kept_and_an_odd_one_costs_itself_alone()
    {
        var pressure = ResourcePressure.Parse("some avg10=? avg30=2.00 total=7 odd\nmost avg10=0.00\n"u8, Sources.Of("pressure/io"));
        PressureStall some = pressure.Some!;
        Assert.Equal((null, TimeSpan.FromMicroseconds(7), "2.00", ""), (some.Avg10, some.Total, some.Additional["avg30"], some.Additional["odd"]));
        Assert.Equal((UnavailableReason.Malformed, UnavailableReason.NotOnThisKernel), (some.Unavailable["Avg10"], some.Unavailable["Avg60"]));
        Assert.Equal(("avg10=0.00", "io"), (pressure.Additional["most"], pressure.Resource));
    }

    [Fact]
    public void Shares_of_this_machine_are_percent()
    {
        Assert.SkipUnless(File.Exists("/proc/pressure/cpu"), "This kernel tells no pressure (CONFIG_PSI).");
        Assert.InRange(new ProcRoot().Read<ResourcePressure>("cpu").Some!.Avg10!.Value, 0, 100);
    }
}
