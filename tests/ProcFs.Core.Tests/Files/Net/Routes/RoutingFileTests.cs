using ProcFs.Fixtures;

namespace ProcFs;

public sealed class RoutingFileTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_flow_label_has_its_owner_and_times()
    {
        List<IPv6FlowLabel> labels = NetFiles.Rows<IPv6FlowLabel>(modern, "ip6_flowlabel");
        Assert.Equal(["0a1b2 to 2001:db8::9", "00003 to ::"], labels.Select(label => $"{label}"));
        Assert.Equal((1, 0L, 2L, TimeSpan.FromSeconds(6), TimeSpan.FromSeconds(11), 0L), (labels[0].Share, labels[0].Owner, labels[0].Users, labels[0].Linger, labels[0].Expires, labels[0].OptionsLength));
        Assert.Equal((255, 4300L, TimeSpan.FromSeconds(-2)), (labels[1].Share, labels[1].Owner, labels[1].Expires));
        Assert.All(labels, label => Assert.Empty(label.Unavailable));
    }

    [Fact]
    public void The_former_route_cache_has_only_columns_now()
    {
        Assert.Empty(NetFiles.Rows<CachedRoute>(modern, "rt_cache"));
        const string Text = "Iface\tDestination\tGateway \tFlags\t\tRefCnt\tUse\tMetric\tSource\t\tMTU\tWindow\tIRTT\tTOS\tHHRef\tHHUptod\tSpecDst\n"
            + "eth0\t0902000A\t0102000A\t       0\t0\t12\t0\t0502000A\t1500\t0\t0\t08\t1\t1\t0502000A\n*\t0902000A\t0902000A\t80000000\t0\t0\t0\t0502000A\t0\t0\t0\t00\t-1\t0\t0502000A\n";
        List<CachedRoute> routes = NetFiles.RowsOf<CachedRoute>("rt_cache", Text).Rows;
        Assert.Equal(["10.0.2.5 -> 10.0.2.9 dev eth0", "10.0.2.5 -> 10.0.2.9 dev *"], routes.Select(route => $"{route}"));
        Assert.Equal(("10.0.2.1", 12L, 1500L, 8UL, 0x80000000UL, "-1"), ($"{routes[0].Gateway}", routes[0].Use, routes[0].SegmentSize, routes[0].ServiceType, routes[1].Flags, routes[1].Additional["HHRef"]));
        Assert.Equal("9.2.0.10", $"{NetFiles.RowsOf<CachedRoute>("rt_cache", Text, "s390x").Rows[0].Destination}");
    }

    [Fact]
    public void A_multicast_interface_has_its_counters()
    {
        List<MulticastInterface> interfaces = NetFiles.Rows<MulticastInterface>(modern, "ip_mr_vif");
        Assert.Equal(["0 eth0", "1 none"], interfaces.Select(one => $"{one}"));
        Assert.Equal((1500L, 3L, "192.0.2.5"), (interfaces[0].ReceiveBytes, interfaces[0].ReceivePackets, $"{interfaces[0].LocalAddress}"));
        Assert.Equal((1UL, "198.51.100.7"), (interfaces[1].Flags, $"{interfaces[1].RemoteAddress}"));
        MulticastInterface ipv6 = Assert.Single(NetFiles.Rows<MulticastInterface>(modern, "ip6_mr_vif"));
        Assert.Equal((null, 1500L), (ipv6.LocalAddress, ipv6.ReceiveBytes));
        Assert.Empty(ipv6.Unavailable);
    }

    [Fact]
    public void A_multicast_route_has_its_outputs()
    {
        List<MulticastRoute> routes = NetFiles.Rows<MulticastRoute>(modern, "ip_mr_cache");
        Assert.Equal(["192.0.2.9 -> 239.1.2.3", "192.0.2.9 -> 239.1.2.4"], routes.Select(route => $"{route}"));
        Assert.Equal((0, 3L, 1500L, 1L), (routes[0].InputInterface, routes[0].Packets, routes[0].Bytes, routes[0].WrongInterface));
        Assert.Equal(["1:1", "12:32"], routes[0].Outputs);
        Assert.Equal((-1, 0), (routes[1].InputInterface, routes[1].Outputs.Length));
        Assert.Equal("2001:db8::9 -> ff0e::1234", $"{Assert.Single(NetFiles.Rows<MulticastRoute>(modern, "ip6_mr_cache"))}");
    }

    [Fact]
    public void A_leaf_of_the_trie_is_a_prefix()
    {
        List<TrieRoute> routes = NetFiles.Rows<TrieRoute>(modern, "fib_trie");
        Assert.Equal(
            ["0.0.0.0/0 UNICAST Main", "192.0.2.0/24 UNICAST Main", "192.0.2.0/25 UNREACHABLE Main", "127.0.0.1/32 LOCAL Local", "198.51.100.0/24 UNICAST 100"],
            routes.Select(route => $"{route}"));
        Assert.Equal(("universe", null, 1), (routes[0].Scope, routes[0].ServiceType, routes[0].Depth));
        Assert.Equal(("link", 8, 2), (routes[1].Scope, routes[1].ServiceType, routes[1].Depth));
        Assert.Equal(("scope=77", "host"), (routes[2].Scope, routes[3].Scope));
        Assert.Single(NetFiles.RowsOf<TrieRoute>("fib_trie", "Main:\n     |-- 0.0.0.0\n        /40 universe UNICAST\n        /0 universe UNICAST\n").Errors);
    }

    [Fact]
    public void A_trie_has_its_size()
    {
        List<RouteTrie> tries = NetFiles.Rows<RouteTrie>(modern, "fib_triestat");
        Assert.Equal(["Main: 9 prefixes", "Local: 2 prefixes"], tries.Select(trie => $"{trie}"));
        Assert.Equal((1.57, 3L, 7L, 4L, 14L, 4L, 2048L), (tries[0].AverageDepth, tries[0].MaximumDepth, tries[0].Leaves, tries[0].InternalNodes, tries[0].Pointers, tries[0].NullPointers, tries[0].Size));
        Assert.Empty(tries[0].Unavailable);
    }

    [Fact]
    public void The_routes_of_this_machine_are_in_its_trie()
    {
        if (!File.Exists("/proc/net/fib_trie"))
        {
            Assert.Skip("The kernel does not have the file.");
        }

        HashSet<string> prefixes = [.. NetFiles.Rows<TrieRoute>(new ProcRoot(), "self/net/fib_trie").Rows.Select(route => $"{route.Address}/{route.PrefixLength}")];
        Assert.Contains("127.0.0.1/32", prefixes);
        Assert.Empty(NetFiles.Rows<IPv4Route>(new ProcRoot(), "self/net/route").Rows.Select(route => $"{route.Destination}/{route.PrefixLength}").Except(prefixes));
        Assert.NotEmpty(NetFiles.Rows<RouteTrie>(new ProcRoot(), "self/net/fib_triestat").Rows);
    }
}
