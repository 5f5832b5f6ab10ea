using ProcFs.Fixtures;

namespace ProcFs;

public sealed class InterruptTests(FixtureRoot modern, OldKernelRoot old) : IClassFixture<FixtureRoot>, IClassFixture<OldKernelRoot>
{
    [Fact]
    public void A_line_has_a_controller_and_devices()
    {
        Interrupt line = Find(modern.Root, "16");
        Assert.Equal((16, "IO-APIC", 16L, "fasteoi", null), (line.Number, line.Chip, line.HardwareNumber, line.Flow, line.Trigger));
        Assert.Equal(["i801_smbus", "ehci_hcd:usb1"], line.Devices);
        Assert.Equal((12352L, "16 i801_smbus, ehci_hcd:usb1"), (line.Total, line.ToString()));
        Assert.Empty(line.Unavailable);
        Assert.Equal(("IR-PCI-MSIX-0000:01:00.0", 3L, "edge"), (Find(modern.Root, "130").Chip, Find(modern.Root, "130").HardwareNumber, Find(modern.Root, "130").Flow));
    }

    [Fact]
    public void Counts_are_by_the_number_of_the_cpu()
    {
        IReadOnlyDictionary<int, long> counts = Find(modern.Root, "16").Counts;
        Assert.Equal([(0, 7L), (1, 0L), (3, 12345L)], counts.OrderBy(count => count.Key).Select(count => (count.Key, count.Value)));
    }

    [Fact]
    public void A_line_that_nobody_handles_has_no_devices()
    {
        Interrupt line = Find(modern.Root, "29");
        Assert.Equal(("PCI-MSIX-0000:00:01.0", 1L, "29"), (line.Chip, line.HardwareNumber, line.ToString()));
        Assert.Empty(line.Devices);
        Assert.Empty(Find(old.Root, "17").Devices);
    }

    [Fact]
    public void An_internal_interrupt_has_a_description()
    {
        Interrupt kind = Find(modern.Root, "NMI");
        Assert.Equal((null, null, "Non-maskable interrupts", 15L), (kind.Number, kind.Chip, kind.Description, kind.Total));
        Interrupt errors = Find(modern.Root, "ERR");
        Assert.Equal((2L, null), (errors.Total, errors.Description));
        Assert.Empty(errors.Counts);
    }

    [Fact]
    public void An_older_kernel_writes_controller_and_flow_as_one_word()
    {
        Interrupt line = Find(old.Root, "16");
        Assert.Equal(("IO-APIC", null, "fasteoi"), (line.Chip, line.HardwareNumber, line.Flow));
        Assert.Equal(["uhci_hcd:usb3", "eth0"], line.Devices);
        Assert.Equal(("PCI-MSI", "edge"), (Find(old.Root, "43").Chip, Find(old.Root, "43").Flow));
    }

    [Theory]
    [InlineData("GICv3  27 Level     arch_timer", "GICv3", 27, "Level", null, "arch_timer")]
    [InlineData("gpio-mxc  12 Edge    -fasteoi  Power Button", "gpio-mxc", 12, "Edge", "fasteoi", "Power Button")]
    [InlineData("SiFive PLIC  10 Edge      ttyS0", "SiFive PLIC", 10, "Edge", null, "ttyS0")]
    [InlineData("RISC-V INTC   5 Edge      riscv-timer", "RISC-V INTC", 5, "Edge", null, "riscv-timer")]
    [InlineData("XT-PIC      cascade", "XT-PIC", null, null, null, "cascade")]
    [InlineData("ITS-MSI 524288 Edge      nvme0q0", "ITS-MSI", 524288, "Edge", null, "nvme0q0")]
    [InlineData("None  ", "None", null, null, null, "")]
    public void Other_architectures_tell_the_trigger(string text, string chip, int? hardware, string? trigger, string? flow, string devices)
    {
        Interrupt line = Assert.Single(Read($"CPU0\n5: 1 {text}\n").Rows);
        Assert.Equal((chip, hardware, trigger, flow, devices), (line.Chip, (int?)line.HardwareNumber, line.Trigger, line.Flow, string.Join(", ", line.Devices)));
    }

    [Theory]
    [InlineData("IO-APIC  ?-edge   timer", "edge", null)]
    [InlineData("IO-APIC  -1-fasteoi   timer", "fasteoi", null)]
    [InlineData("GICv3  (null) Level   timer", null, "Level")]
    [InlineData("GICv3  99999999999999999999 Level   timer", null, "Level")]
    public void An_odd_number_of_the_controller_costs_itself_alone(string text, string? flow, string? trigger)
    {
        Interrupt line = Assert.Single(Read($"CPU0\n5: 1 {text}\n").Rows);
        Assert.Equal((null, flow, trigger, "timer"), (line.HardwareNumber, line.Flow, line.Trigger, line.Name));
        Assert.Equal(("HardwareNumber", UnavailableReason.Malformed), (Assert.Single(line.Unavailable).Key, line.Unavailable["HardwareNumber"]));
    }

    [Fact]
    public void An_odd_count_costs_itself_alone_and_an_odd_row_is_one_error()
    {
        (List<Interrupt> rows, List<ProcException> errors) = Read("     CPU0 CPU1\n 5: ? 7 IO-APIC 5-edge x\nodd\n(null): 1 2\n-1: 1 2\nNMI: 1 2 Non-maskable interrupts\n");
        Assert.Equal(["5 x", "NMI Non-maskable interrupts"], rows.Select(row => $"{row}"));
        Assert.Equal((null, 7L), (rows[0].Total, Assert.Single(rows[0].Counts).Value));
        Assert.Equal((UnavailableReason.Malformed, UnavailableReason.Malformed), (rows[0].Unavailable["Total"], rows[0].Unavailable["Counts"]));
        Assert.Equal([3, 4, 5], errors.Select(error => error.LineNumber));
    }

    [Fact]
    public void This_machine_takes_interrupts()
    {
        List<Interrupt> all = [.. new ProcRoot().Rows<Interrupt>(TestContext.Current.CancellationToken).Select(outcome => outcome.Item ?? throw outcome.Error!)];
        Assert.Contains(all, row => row.Total > 0);
        Assert.Equal(all.Count, all.Select(row => row.Irq).Distinct().Count());
    }

    private static Interrupt Find(ProcRoot root, string id) =>
        root.Rows<Interrupt>(TestContext.Current.CancellationToken).Select(outcome => outcome.Item ?? throw outcome.Error!).Single(row => row.Irq == id);

    private static (List<Interrupt> Rows, List<ProcException> Errors) Read(string text) => Grammar.GrammarFile.Read<Interrupt>(text, Interrupt.ReadRows);
}
