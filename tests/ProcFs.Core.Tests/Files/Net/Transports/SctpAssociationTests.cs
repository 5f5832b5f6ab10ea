using ProcFs.Fixtures;

namespace ProcFs;

public sealed class SctpAssociationTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void An_association_has_the_addresses_of_both_ends()
    {
        SctpAssociation row = Assert.Single(NetFiles.Rows<SctpAssociation>(modern, "sctp/assocs"));
        Assert.Equal("198.51.100.5:38412 -> 192.0.2.7:5000 25420", $"{row}");
        Assert.Equal(["198.51.100.5", "192.0.2.5"], row.LocalAddresses);
        Assert.Equal(["192.0.2.7", "2001:db8::7"], row.RemoteAddresses);
        Assert.Equal((3, TcpState.Established, 2, 7L, 120L, 64L), (row.State, row.SocketState, row.Style, row.AssociationId, row.SendQueue, row.ReceiveQueue));
        Assert.Equal((7500L, 10, 10, 10, 3L), (row.HeartbeatInterval, row.InputStreams, row.OutputStreams, row.MaximumRetransmits, row.Retransmits));
        Assert.Empty(row.Unavailable);
    }

    [Fact]
    public void A_line_without_two_ends_is_reported()
    {
        (List<SctpAssociation> rows, List<ProcException> errors) = NetFiles.RowsOf<SctpAssociation>("sctp/assocs", " ASSOC SOCK\n0 0 2 1 3 0 7 0 0 0 5 1 2 *192.0.2.5 192.0.2.7\n0 0 2 1 3 0 7 0 0 0 6 1 2 *192.0.2.5 <-> *192.0.2.7\n");
        Assert.Single(errors);
        Assert.Equal((6UL, "192.0.2.7", null), (rows[0].Inode, Assert.Single(rows[0].RemoteAddresses), rows[0].HeartbeatInterval));
    }

    [Fact]
    public void A_connected_socket_is_listed_once_with_its_owner()
    {
        List<SocketInfo> sockets = [.. new SocketQuery(modern.Root, new SocketFilter { Protocols = ["sctp"] }).Read(cancellation: TestContext.Current.CancellationToken).Select(outcome => outcome.Item!)];
        Assert.Equal(["sctp 0.0.0.0:2905 -> ?:? Listen 25310", "sctp 198.51.100.5:38412 -> 192.0.2.7:5000 Established 25420"], sockets.Select(socket => $"{socket}"));
        Assert.Equal((120L, 64L, 3L), (sockets[1].SendQueue, sockets[1].ReceiveQueue, sockets[1].Retransmits));
    }
}
