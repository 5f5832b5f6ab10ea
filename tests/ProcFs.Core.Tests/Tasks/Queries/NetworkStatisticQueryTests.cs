using ProcFs.Fixtures;

namespace ProcFs;

public sealed class NetworkStatisticQueryTests
{
    [Fact]
    public void A_counter_has_the_name_of_its_protocol_first()
    {
        using var root = new TemporaryRoot();
        root.Write("net/snmp", "Ip: Forwarding InReceives\nIp: 2 18446744073709551615\nTcp: MaxConn InSegs\nTcp: -1 0\n")
            .Write("net/netstat", "TcpExt: ListenDrops New\nTcpExt: 7\nIpExt: InOctets\nIpExt: odd\n")
            .Write("net/snmp6", "Ip6InReceives                   \t14\nIcmp6InType135                  \t2\nUdpLite6InErrors                \t0\n");
        var query = new NetworkStatisticQuery(root.Root);
        Assert.Equal(
            ["IpForwarding 2", "IpInReceives 9223372036854775807", "TcpMaxConn -1", "TcpExtListenDrops 7", "Ip6InReceives 14", "Icmp6InType135 2"],
            query.Read().Select(one => $"{one}"));
        Assert.Equal(("Icmp6", "InType135"), query.Read().Where(one => one.Value == 2 && one.Group != "Ip").Select(one => (one.Group, one.Counter)).Single());
        Assert.Equal(8, new NetworkStatisticQuery(root.Root, includesZero: true).Read().Count);
    }

    [Fact]
    public void A_name_is_that_of_nstat_or_that_of_the_file()
    {
        using var root = new TemporaryRoot();
        root.Write("net/snmp", "Tcp: MaxConn InSegs\nTcp: -1 0\n");
        Assert.Equal(["TcpInSegs 0"], new NetworkStatisticQuery(root.Root, ["insegs"]).Read().Select(one => $"{one}"));
        Assert.Empty(new NetworkStatisticQuery(root.Root, ["In*"]).Read());
        var query = new NetworkStatisticQuery(root.Root, ["TcpNone", "TcpMaxConn"]);
        Assert.Single(query.Read());
        Assert.Equal("There is no network counter named \"TcpNone\". Try \"*TcpNone*\".", Assert.Single(query.Unmatched).Message);
    }

    [Fact]
    public void Without_the_files_there_is_an_error()
    {
        using var root = new TemporaryRoot();
        Assert.Equal(ProcErrorKind.NotFound, Assert.Throws<ProcException>(() => new NetworkStatisticQuery(root.Root).Read()).Kind);
    }
}
