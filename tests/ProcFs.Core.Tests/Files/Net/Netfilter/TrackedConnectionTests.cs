using ProcFs.Fixtures;

namespace ProcFs;

public sealed class TrackedConnectionTests(FixtureRoot modern, OldKernelRoot old) : IClassFixture<FixtureRoot>, IClassFixture<OldKernelRoot>
{
    [Fact]
    public void Both_directions_are_counted()
    {
        List<TrackedConnection> rows = NetFiles.Rows<TrackedConnection>(modern, "nf_conntrack");
        TrackedConnection tcp = rows[0];
        Assert.Equal("tcp 192.0.2.5:40000 -> 198.51.100.7:22 ESTABLISHED", $"{tcp}");
        Assert.Equal(("ipv4", 6, TimeSpan.FromSeconds(431999), true, true), (tcp.Family, tcp.ProtocolNumber, tcp.Timeout, tcp.IsReplied, tcp.IsAssured));
        Assert.Equal((12UL, ulong.MaxValue, 9UL, 2048UL), (tcp.OriginalPackets, tcp.OriginalBytes, tcp.ReplyPackets, tcp.ReplyBytes));
        Assert.Equal(("198.51.100.7", 22, 40000), ($"{tcp.ReplySource}", tcp.ReplySourcePort, tcp.ReplyDestinationPort));
        Assert.Equal((16L, "system_u:object_r:unlabeled_t:s0", 3, TimeSpan.FromSeconds(61), 2L), (tcp.Mark, tcp.SecurityContext, tcp.Zone, tcp.Age, tcp.References));
        Assert.All(rows, row => Assert.Empty(row.Unavailable));
    }

    [Fact]
    public void Each_protocol_has_a_form_of_its_own()
    {
        List<TrackedConnection> rows = NetFiles.Rows<TrackedConnection>(modern, "nf_conntrack");
        Assert.Equal((null, false, false, null), (rows[1].State, rows[1].IsReplied, rows[1].IsAssured, rows[1].OriginalPackets));
        Assert.Equal((8, 0, 6, null, "0"), (rows[2].IcmpType, rows[2].IcmpCode, rows[2].IcmpIdentifier, rows[2].OriginalSourcePort, rows[2].Additional["reply.type"]));
        Assert.Equal(("tcp [2001:db8::1]:50000 -> [2001:db8::2]:443", null, true, false), ($"{rows[3]}", rows[3].Timeout, rows[3].IsOffloaded, rows[3].IsHardwareOffloaded));
        Assert.Equal(("gre", 47, true, "0x10", "4"), (rows[4].Protocol, rows[4].ProtocolNumber, rows[4].IsHardwareOffloaded, rows[4].Additional["original.dstkey"], rows[4].Additional["zone-orig"]));
    }

    [Fact]
    public void An_old_kernel_names_no_family()
    {
        List<TrackedConnection> rows = NetFiles.Rows<TrackedConnection>(old, "ip_conntrack");
        Assert.Equal((null, "tcp", TimeSpan.FromSeconds(117), "SYN_SENT", 32775), (rows[0].Family, rows[0].Protocol, rows[0].Timeout, rows[0].State, rows[0].OriginalSourcePort));
        Assert.Equal(("unknown", 2, TimeSpan.FromSeconds(597), null), (rows[1].Protocol, rows[1].ProtocolNumber, rows[1].Timeout, rows[1].State));
    }

    [Fact]
    public void An_odd_value_affects_only_itself_and_a_line_without_addresses_is_not_a_row()
    {
        (List<TrackedConnection> rows, List<ProcException> errors) = NetFiles.RowsOf<TrackedConnection>("nf_conntrack", "ipv4 2 tcp x y src=x dst=192.0.2.1 sport=-1 dport=1 use=x\nipv4 2 tcp 6\n");
        TrackedConnection row = Assert.Single(rows);
        Assert.Equal(["OriginalSource", "ProtocolNumber", "References", "Timeout"], row.Unavailable.Keys.Order());
        Assert.Equal(2, Assert.Single(errors).LineNumber);
    }
}
