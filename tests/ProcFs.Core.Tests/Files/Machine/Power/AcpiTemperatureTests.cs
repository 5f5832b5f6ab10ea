using ProcFs.Fixtures;

namespace ProcFs;

public sealed class AcpiTemperatureTests(OldKernelRoot old) : IClassFixture<OldKernelRoot>
{
    [Fact]
    public void It_is_in_degrees() => Assert.Equal(50, AcpiTemperature.Parse(File.ReadAllBytes(old.Root.PathOf("acpi/thermal_zone/THRM/temperature")), Sources.Of("acpi/thermal_zone/THRM/temperature")).Temperature);

    [Fact]
    public void An_odd_one_is_malformed() =>
        Assert.Equal(UnavailableReason.Malformed, AcpiTemperature.Parse("temperature: x C\n"u8, Sources.Of("temperature")).Unavailable[nameof(AcpiTemperature.Temperature)]);
}
