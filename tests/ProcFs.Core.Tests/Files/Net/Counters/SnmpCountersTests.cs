using ProcFs.Fixtures;

namespace ProcFs;

public sealed class SnmpCountersTests(FixtureRoot modern, OldKernelRoot old) : IClassFixture<FixtureRoot>, IClassFixture<OldKernelRoot>
{
    [Fact]
    public void Each_counter_has_its_property()
    {
        SnmpCounters counters = Read(modern.Root, 4300);
        Assert.Equal((true, 64, 10844L, 25L, 7391L), (counters.IpForwards, counters.IpDefaultTtl, counters.IpInReceives, counters.IpForwarded, counters.IpOutTransmits));
        Assert.Equal((3L, 12L, 101L), (counters.TcpEstablished, counters.TcpRetransmittedSegments, counters.TcpOutResets));
        Assert.Equal((TimeSpan.FromMilliseconds(200), TimeSpan.FromMinutes(2), null), (counters.TcpRetransmitMinimum, counters.TcpRetransmitMaximum, counters.TcpMaximumConnections));
        Assert.Equal(["IcmpMsg.InType3"], counters.Additional.Keys);
        Assert.Empty(counters.Unavailable);
        Assert.Equal("10844 received, 7357 sent, 3 TCP connections", counters.ToString());
    }

    [Fact]
    public void Each_name_of_a_capture_is_taken_once()
    {
        string[] lines = File.ReadAllLines(modern.Root.PathOf("4300/net/snmp"));
        string[] keys = [.. lines.Chunk(2).Where(pair => !pair[0].StartsWith("IcmpMsg", StringComparison.Ordinal)).SelectMany(pair => KeysOf(pair[0]))];
        string?[] known = [.. ItemShape.Find(typeof(SnmpCounters))!.Properties.Select(property => property.Key).OfType<string>()];
        Assert.Equal(keys.Order(StringComparer.Ordinal), known.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_older_kernel_counts_less()
    {
        SnmpCounters counters = Read(old.Root, 915);
        Assert.Equal((false, 99L, 1249811L, 119210L), (counters.IpForwards, counters.IcmpInDestinationUnreachable, counters.TcpOutSegments, counters.UdpInDatagrams));
        Assert.Equal((null, null, null), (counters.IpOutTransmits, counters.TcpInChecksumErrors, counters.UdpMemoryErrors));
        Assert.Equal(UnavailableReason.NotOnThisKernel, counters.Unavailable["UdpMemoryErrors"]);
        Assert.DoesNotContain("TcpMaximumConnections", counters.Unavailable.Keys);
        Assert.Equal(["99", "5", "5", "115"], counters.Additional.Values);
    }

    [Fact]
    public void A_new_counter_is_kept_and_an_odd_one_costs_itself_alone()
    {
        var counters = SnmpCounters.Parse(
            Sources.Latin1("Ip: Forwarding InReceives Future\nIp: 3 (null) 7\nTcp: CurrEstab InSegs\nTcp: 99999999999999999999 18446744073709551615\nDccp: A\nDccp: 1\n"),
            Sources.Of("net/snmp"));
        Assert.Equal((null, null, null, -1L), (counters.IpForwards, counters.IpInReceives, counters.TcpEstablished, counters.TcpInSegments));
        Assert.Equal([("Ip.Future", "7"), ("Dccp.A", "1")], counters.Additional.Select(field => (field.Key, field.Value)));
        Assert.Equal(
            ["IpForwards", "IpInReceives", "TcpEstablished"],
            counters.Unavailable.Where(field => field.Value == UnavailableReason.Malformed).Select(field => field.Key).Order());
    }

    [Fact]
    public void This_machine_counts()
    {
        var counters = new ProcRoot().Read<SnmpCounters>();
        Assert.True(counters.IpInReceives >= counters.IpInDelivers, counters.ToString());
        Assert.DoesNotContain(UnavailableReason.Malformed, counters.Unavailable.Values);
    }

    private static IEnumerable<string> KeysOf(string names)
    {
        string[] words = names.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words[1..].Select(word => $"{words[0].TrimEnd(':')}.{word}");
    }

    private static SnmpCounters Read(ProcRoot root, int id)
    {
        using ProcProcess process = root.Process(id);
        return process.Read<SnmpCounters>();
    }
}
