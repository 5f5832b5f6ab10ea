using System.Net;
using ProcFs.Fixtures;

namespace ProcFs;

public sealed class SmbServerTests(FixtureRoot modern, OldKernelRoot old) : IClassFixture<FixtureRoot>, IClassFixture<OldKernelRoot>
{
    [Fact]
    public void A_server_has_a_connection()
    {
        SmbServer[] servers = Read(modern);
        Assert.Equal(["files.example", "spare.example"], servers.Select(server => server.HostName));
        SmbServer server = servers[0];
        Assert.Equal((1, 0x1AUL, 8190, 0x311UL, 1, 3), (server.Number, server.ConnectionId, server.Credits, server.Dialect, server.Status, server.Reconnects));
        Assert.Equal((1, 3UL, 2, 0, 0, "2.56"), (server.Users, server.SecurityMode, server.RequestsInFlight, server.Sending, server.Waiting, server.ClientVersion));
        Assert.Equal(["signed", "posix"], server.Flags);
        Assert.Empty(server.Additional);
        Assert.Empty(servers[1].Sessions);
    }

    [Fact]
    public void A_session_belongs_to_a_user()
    {
        SmbSession session = Assert.Single(Read(modern)[0].Sessions);
        Assert.Equal(("192.0.2.10", 2, 0x300067UL, 1, "RawNTLMSSP", 0x4C000014UL), (session.Address, session.Uses, session.Capabilities, session.Status, session.Security, session.SessionId));
        Assert.Equal((1000U, 1001U, true, true, 1, 2), (session.UserId, session.CredentialUserId, session.IsEncrypted, session.IsSigned, session.ExtraChannels, session.PendingRequests));
        Assert.Empty(session.Additional);
    }

    [Fact]
    public void A_share_says_what_it_can_do()
    {
        SmbShare[] shares = Read(modern)[0].Sessions[0].Shares;
        Assert.Equal([(0, @"\\files.example\IPC$"), (1, @"\\files.example\My Files")], shares.Select(share => (share.Number!.Value, share.Name)));
        SmbShare share = shares[1];
        Assert.Equal((3, "NTFS", 0x20UL, 0x1006FUL, 255, 1), (share.Mounts, share.FileSystem, share.DeviceCharacteristics, share.Attributes, share.MaximumNameLength, share.Status));
        Assert.Equal(("DISK", 0xE1F8D42CUL, 0x800UL, 5UL, 512UL, 0x1F01FFUL), (share.DeviceType, share.SerialNumber, share.ShareFlags, share.TreeId, share.SectorSize, share.MaximalAccess));
        Assert.Equal(["Encrypted", "POSIX Extensions", "Witness"], share.Flags);
        Assert.Equal(["DFS", "SCALEOUT", "Aligned"], share.Capabilities!);
        Assert.True(share.IsDisconnected);
        Assert.Empty(shares[0].Capabilities!);
        Assert.All(shares, row => Assert.Empty(row.Unavailable));
    }

    [Fact]
    public void An_interface_has_a_speed()
    {
        SmbInterface[] interfaces = Read(modern)[0].Sessions[0].Interfaces;
        Assert.Equal([(10_000_000_000L, "rdma,rss", true, 1), (1_000_000_000L, "", false, 0)], interfaces.Select(row => (row.Speed!.Value, string.Join(',', row.Capabilities!), row.IsConnected, row.Channels!.Value)));
        Assert.Equal([IPAddress.Parse("192.0.2.10"), IPAddress.Parse("2001:db8::10")], interfaces.Select(row => row.Address));
    }

    [Fact]
    public void An_old_kernel_lists_sessions_as_servers()
    {
        SmbServer[] servers = Read(old);
        Assert.Equal([(1, 1, 2), (2, 4, 3)], servers.Select(server => (server.Number, server.Status!.Value, server.Users!.Value)));
        SmbSession session = Assert.Single(servers[0].Sessions);
        Assert.Equal(("192.0.2.20", "OFFICE", "Unix", "Samba 3.5.6", 0x8080F3FCUL, 1, 1), (session.Address, session.Domain, session.OperatingSystem, session.ServerSoftware, session.Capabilities, session.Status, session.PendingRequests));
        SmbShare share = Assert.Single(session.Shares);
        Assert.Equal((@"\\192.0.2.20\public", 1, "DISK", 255, false), (share.Name, share.Status, share.DeviceType, share.MaximumNameLength, share.IsDisconnected));
        Assert.Equal(("192.0.2.21", true), (servers[1].Sessions[0].Address, servers[1].Sessions[0].Shares[0].IsDisconnected));
    }

    [Fact]
    public void The_credits_may_stand_above_the_server()
    {
        string text = "Servers:\nNumber of credits: 33 Dialect 0x300 signed\n1) Address: 192.0.2.30 Uses: 1 Capability: 0x300067\tSession Status: 1\tTCP status: 1 Instance: 2\n\tLocal Users To Server: 1 SecMode: 0x1 Req On Wire: 0\n\tShares:\n\t0) IPC: none\n";
        SmbServer server = Assert.Single(Grammar.GrammarFile.Read<SmbServer>(text, SmbServer.ReadRows).Rows);
        Assert.Equal((33, 0x300UL, 1, 2, "192.0.2.30", "none"), (server.Credits, server.Dialect, server.Status, server.Reconnects, server.Sessions[0].Address, server.Sessions[0].Shares[0].Name));
    }

    private static SmbServer[] Read(FixtureRoot root) => [.. root.Root.Rows<SmbServer>(TestContext.Current.CancellationToken).Select(row => row.Item!)];
}
