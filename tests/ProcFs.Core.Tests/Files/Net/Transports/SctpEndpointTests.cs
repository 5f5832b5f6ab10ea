using ProcFs.Fixtures;

namespace ProcFs;

public sealed class SctpEndpointTests(FixtureRoot fixture) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void An_endpoint_has_all_addresses_that_it_is_bound_to()
    {
        var endpoints = new List<SctpEndpoint>();
        SctpEndpoint.ReadRows(new ProcSource(fixture.Root, "4300/net/sctp/eps"), row =>
        {
            endpoints.Add(row);
            return true;
        });
        Assert.Equal([TcpState.Listen, TcpState.Established], endpoints.Select(row => row.State!.Value));
        Assert.Equal(["192.168.2.5", "10.0.0.5", "fe80:0000:0000:0000:5054:00ff:fe12:3456"], endpoints[1].LocalAddresses!);
        Assert.Equal((2905, 25310UL, 0U, 2, 0xffff8a5c0a1b4000UL), (endpoints[0].LocalPort, endpoints[0].Inode, endpoints[0].UserId, endpoints[0].Style, endpoints[0].KernelAddress!.Value));
        Assert.Equal("0.0.0.0:2905 Listen 25310", $"{endpoints[0]}");
        Assert.All(endpoints, row => Assert.Empty(row.Unavailable));
    }

    [Fact]
    public void An_address_of_the_other_end_has_its_association_and_state()
    {
        var addresses = new List<SctpRemoteAddress>();
        SctpRemoteAddress.ReadRows(new ProcSource(fixture.Root, "4300/net/sctp/remaddr"), row =>
        {
            addresses.Add(row);
            return true;
        });
        Assert.Equal(["1 192.168.2.9", "1 10.0.0.9"], addresses.Select(row => $"{row}"));
        Assert.Equal([(true, 2, 3000L), (false, 3, 3000L)], addresses.Select(row => (row.IsHeartbeatActive!.Value, row.State!.Value, row.RetransmitTimeout!.Value)));
    }

    [Fact]
    public void The_counters_have_their_names_and_an_unknown_one_is_kept()
    {
        SctpCounters counters = new ProcRoot(fixture.Root.Path).Process(4300).Read<SctpCounters>();
        Assert.Equal((2L, 7L, 217L), (counters.Established, counters.ActiveOpens, counters.DataChunksDiscarded));
        Assert.Empty(counters.Unavailable);
        counters = SctpCounters.Parse("SctpCurrEstab                   \t-1\nSctpNew                         \t5\nSctpAborteds                    \tx\n"u8, new ProcSource(fixture.Root, "net/sctp/snmp"));
        Assert.Equal((-1L, null, "5"), (counters.Established, counters.Aborted, counters.Additional["SctpNew"]));
        Assert.Equal((UnavailableReason.Malformed, UnavailableReason.NotOnThisKernel), (counters.Unavailable["Aborted"], counters.Unavailable["Shutdowns"]));
    }
}
