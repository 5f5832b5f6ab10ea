using ProcFs.Fixtures;

namespace ProcFs;

public sealed class AfsTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_cell_has_servers_and_volumes()
    {
        List<AfsCell> cells = NetFiles.Rows<AfsCell>(modern, "afs/cells");
        Assert.Equal([("example.org", 5L, 2L, TimeSpan.FromSeconds(3412), 3), ("example.net", 1L, 0L, TimeSpan.FromSeconds(-12), 0)], cells.Select(cell => (cell.Name, cell.References!.Value, cell.Active!.Value, cell.TimeToLive!.Value, cell.Servers!.Value)));
        Assert.Equal(["20000031 RO root.cell", "20000030 RW user.alice"], NetFiles.Rows<AfsVolume>(modern, "afs/example.org/volumes").Select(volume => $"{volume}"));
        AfsCell old = Assert.Single(NetFiles.RowsOf<AfsCell>("afs/cells", "USE NAME\n  3 example.org\n").Rows);
        Assert.Equal(("example.org", UnavailableReason.NotOnThisKernel), (old.Name, old.Unavailable["TimeToLive"]));
    }

    [Fact]
    public void A_volume_location_server_has_addresses_and_probes()
    {
        List<AfsVolumeServer> servers = NetFiles.Rows<AfsVolumeServer>(modern, "afs/example.org/vlservers");
        Assert.Equal(["afs1.example.org", "afs2.example.org"], servers.Select(server => server.Name));
        Assert.Equal(["192.0.2.7:7003", "[2001:db8::7]:7003"], servers[0].Addresses);
        Assert.Equal(("192.0.2.7:7003", 10, "A", "good", TimeSpan.FromMicroseconds(431), 3UL), (servers[0].PreferredAddress, servers[0].Weight, servers[0].Source, servers[0].Status, servers[0].RoundTripTime, servers[0].Flags));
        Assert.Equal((null, 5, "good/bad", null, -110, 1L), (servers[1].PreferredAddress, servers[1].Priority, servers[1].Status, servers[1].RoundTripTime, servers[1].ProbeError, servers[1].ProbesOutstanding));
        Assert.All(servers, server => Assert.Empty(server.Unavailable));
        using TemporaryRoot root = new TemporaryRoot().Write("net/afs/a/vlservers", "# source unav, status no-lookup\n");
        Assert.Empty(NetFiles.Rows<AfsVolumeServer>(root.Root, "net/afs/a/vlservers").Rows);
    }

    [Fact]
    public void A_volume_location_server_of_an_old_kernel_is_an_address()
    {
        using TemporaryRoot root = new TemporaryRoot().Write("net/afs/a/vlservers", "192.0.2.7:7003\n192.0.2.8:7003\n");
        Assert.Equal(["192.0.2.7:7003", "192.0.2.8:7003"], NetFiles.Rows<AfsVolumeServer>(root.Root, "net/afs/a/vlservers").Rows.Select(server => server.Name));
    }

    [Fact]
    public void A_file_server_has_a_cell_and_addresses()
    {
        List<AfsServer> servers = NetFiles.Rows<AfsServer>(modern, "afs/servers");
        Assert.Equal(["192.0.2.7:7000", "[2001:db8::7]:7000"], servers[0].Addresses);
        Assert.Equal(("0080f3a2-58b2-1c3e-9d2f-0702c000aa77", 2L, 1L, "example.org", "192.0.2.7:7000"), (servers[0].Uuid, servers[0].References, servers[0].Active, servers[0].Cell, servers[0].PreferredAddress));
        Assert.Equal((9UL, TimeSpan.FromMicroseconds(431), TimeSpan.FromSeconds(112), 3UL, 0UL, 1L, 0L), (servers[0].Flags, servers[0].RoundTripTime, servers[0].LastProbe, servers[0].Responsive, servers[0].Failed, servers[0].AddressVersion, servers[0].AddressesProbed));
        Assert.Equal("-101", servers[0].Additional["[1].err"]);
        Assert.Equal((null, 0), (servers[1].RoundTripTime, servers[1].Addresses.Count));
    }

    [Fact]
    public void A_file_server_of_an_old_kernel_has_its_first_address_behind_the_users()
    {
        const string Text = "UUID                                 USE ADDR\n0080f3a2-58b2-1c3e-9d2f-0702c000aa77   2 192.0.2.7:7000*\n                                         192.0.2.8:7000\nx 1\n";
        (List<AfsServer> rows, List<ProcException> errors) = NetFiles.RowsOf<AfsServer>("afs/servers", Text);
        Assert.Equal((2L, "192.0.2.7:7000", 2, null), (Assert.Single(rows).References, rows[0].PreferredAddress, rows[0].Addresses.Count, rows[0].Cell));
        Assert.Single(errors);
    }

    [Fact]
    public void An_address_preference_has_a_network()
    {
        Assert.Equal(["192.0.2.0/24 16384", "2001:db8::/32 100"], NetFiles.Rows<AfsAddressPreference>(modern, "afs/addr_prefs").Select(preference => $"{preference}"));
        Assert.Empty(NetFiles.RowsOf<AfsAddressPreference>("afs/addr_prefs", "NO PREFS\n").Rows);
    }

    [Fact]
    public void The_client_counts_reads_and_writes()
    {
        AfsStatistics counters = NetFiles.Record<AfsStatistics>(modern, "afs/stats");
        Assert.Equal((41L, 42L, 3L, 4L, 5L, 6L, 7L), (counters.Lookups, counters.Revalidations, counters.Invalidations, counters.PagesReleased, counters.DirectoryReads, counters.EntriesCreated, counters.EntriesRemoved));
        Assert.Equal((8L, 32768L, 9L, 36864L), (counters.Reads, counters.BytesRead, counters.Writes, counters.BytesWritten));
        Assert.Empty(counters.Unavailable);
    }
}
