using ProcFs.Fixtures;

namespace ProcFs;

public sealed class AcpiStateTests(OldKernelRoot old) : IClassFixture<OldKernelRoot>
{
    [Fact]
    public void A_mains_adapter_is_on_line() => Assert.Equal("on-line", AcpiState.Parse(File.ReadAllBytes(old.Root.PathOf("acpi/ac_adapter/AC/state")), Sources.Of("acpi/ac_adapter/AC/state")).State);

    [Fact]
    public void A_lid_is_open_or_closed() => Assert.Equal("open", AcpiState.Parse("state:      open\n"u8, Sources.Of("state")).State);
}
