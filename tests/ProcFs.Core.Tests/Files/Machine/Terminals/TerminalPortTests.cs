using ProcFs.Fixtures;
using ProcFs.Grammar;

namespace ProcFs;

public sealed class TerminalPortTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_port_counts_bytes_and_errors()
    {
        TerminalPort[] ports = [.. modern.Root.Rows<TerminalPort>(TestContext.Current.CancellationToken).Select(row => row.Item!)];
        Assert.Equal((0, "16550A", 0x3F8UL, 4, 218L, 7L), (ports[0].Number, ports[0].Chip, ports[0].Port, ports[0].Irq, ports[0].Sent, ports[0].Received));
        Assert.Equal((1L, 2L, 3L, 4L), (ports[0].FramingErrors, ports[0].ParityErrors, ports[0].Breaks, ports[0].Overruns));
        Assert.Equal(["RTS", "CTS", "DTR", "DSR", "CD"], ports[0].Signals);
        Assert.Equal(("unknown", null, 0), (ports[1].Chip, ports[1].Sent, ports[1].Signals.Length));
        Assert.Equal(("PL011 rev2", 0xFE201000UL, 36, 10L, 2), (ports[2].Chip, ports[2].Address, ports[2].Irq, ports[2].Sent, ports[2].Signals.Length));
    }

    [Fact]
    public void One_on_usb_has_a_name_in_quotes()
    {
        TerminalPort port = Assert.Single(GrammarFile.Read<TerminalPort>("usbserinfo:1.0 driver:2.0\n3: module:ftdi_sio name:\"FTDI USB\" vendor:0403 port:0 path:usb-0000:00:14.0-1\n", TerminalPort.ReadRows).Rows);
        Assert.Equal((3, "ftdi_sio", "\"FTDI USB\"", "0403", "usb-0000:00:14.0-1"), (port.Number, port.Module, port.Name, port.Additional["vendor"], port.Additional["path"]));
    }

    [Fact]
    public void An_odd_value_affects_only_itself()
    {
        (List<TerminalPort> ports, List<ProcException> errors) = GrammarFile.Read<TerminalPort>("0: uart:A port:x irq:y tx:-1\nodd\n", TerminalPort.ReadRows);
        Assert.Equal("Irq Port", string.Join(' ', Assert.Single(ports).Unavailable.Keys.Order()));
        Assert.Equal(2, Assert.Single(errors).LineNumber);
    }
}
