using ProcFs.Fixtures;

namespace ProcFs;

public sealed class KernelConsoleTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_console_has_abilities_flags_and_perhaps_a_device()
    {
        KernelConsole[] consoles = [.. modern.Root.Rows<KernelConsole>(TestContext.Current.CancellationToken).Select(row => row.Item!)];
        Assert.Equal(("tty0", "-WU", "ECp", 4, 1), (consoles[0].Name, consoles[0].Abilities, consoles[0].Flags, consoles[0].Major, consoles[0].Minor));
        Assert.Equal((true, false, true, true, false), (consoles[0].CanWrite, consoles[0].CanRead, consoles[0].IsEnabled, consoles[0].IsPreferred, consoles[0].IsBoot));
        Assert.Equal((true, true, true, 64), (consoles[1].IsNonBlocking, consoles[1].HasEarlierMessages, consoles[1].IsUsableOffline, consoles[1].Minor));
        Assert.Equal((true, null, null, 0), (consoles[2].IsBoot, consoles[2].Major, consoles[2].Minor, consoles[2].Unavailable.Count));
    }

    [Fact]
    public void An_odd_device_costs_itself_alone()
    {
        KernelConsole console = KernelConsole.Parse("ttyS0  RW- (E)  4:x"u8, Sources.Of("consoles"))!;
        Assert.Equal((4, null, UnavailableReason.Malformed), (console.Major, console.Minor, console.Unavailable["Minor"]));
        Assert.Null(KernelConsole.Parse("ttyS0 -W-"u8, Sources.Of("consoles")));
    }

    [Fact]
    public void The_files_of_this_machine_are_read() =>
        Assert.All(new ProcRoot().Rows<KernelConsole>(TestContext.Current.CancellationToken), row => Assert.Empty(row.Item!.Unavailable));
}
