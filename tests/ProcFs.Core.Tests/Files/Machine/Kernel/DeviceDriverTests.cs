using ProcFs.Grammar;

namespace ProcFs;

public sealed class DeviceDriverTests
{
    [Fact]
    public void A_driver_follows_its_kind()
    {
        (List<DeviceDriver> drivers, List<ProcException> errors) = GrammarFile.Read<DeviceDriver>("Character devices:\n  1 mem\n  4 /dev/vc/0\nodd\n\nBlock devices:\n254 mdp\n", DeviceDriver.ReadRows);
        Assert.Equal([("character", 1, "mem"), ("character", 4, "/dev/vc/0"), ("block", 254, "mdp")], drivers.Select(driver => (driver.Type, driver.Major, driver.Name)));
        Assert.Equal(4, Assert.Single(errors).LineNumber);
    }

    [Fact]
    public void A_line_above_all_kinds_is_not_a_row() => Assert.Empty(GrammarFile.Read<DeviceDriver>("  1 mem\n", DeviceDriver.ReadRows).Rows);

    [Fact]
    public void This_machine_has_the_driver_of_memory() =>
        Assert.Contains(new ProcRoot().Rows<DeviceDriver>(TestContext.Current.CancellationToken), row => row.Item is { Type: "character", Major: 1, Name: "mem" });
}
