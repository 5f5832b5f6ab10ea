using ProcFs.Fixtures;

namespace ProcFs;

public sealed class PacketHandlerTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_handler_has_a_protocol_and_perhaps_a_device_and_a_module()
    {
        List<PacketHandler> handlers = NetFiles.Rows<PacketHandler>(modern, "ptype");
        Assert.Equal(
            ["ALL eth0 packet_rcv", "ALL * tpacket_rcv", "0800 * ip_rcv", "88cc wlan0 0x0", "86dd * ipv6_rcv", "0019 * nothing_rcv"],
            handlers.Select(handler => $"{handler}"));
        Assert.Equal((null, "af_packet", 0x800, null), (handlers[0].EtherType, handlers[0].Module, handlers[2].EtherType, handlers[2].Module));
        Assert.Equal("many_words", handlers[5].Module);
    }

    [Fact]
    public void A_line_without_a_protocol_or_a_function_is_one_error()
    {
        (List<PacketHandler> handlers, List<ProcException> errors) = NetFiles.RowsOf<PacketHandler>("ptype", "Type Device      Function\nNONE eth0 x\n0800\n12345 x\n0806 arp_rcv\n");
        Assert.Equal("0806 * arp_rcv", $"{Assert.Single(handlers)}");
        Assert.Equal([2, 3, 4], errors.Select(error => error.LineNumber));
    }

    [Fact]
    public void This_machine_handles_IPv4() =>
        Assert.Contains(NetFiles.Rows<PacketHandler>(new ProcRoot(), "self/net/ptype").Rows, handler => handler.EtherType == 0x800);
}
