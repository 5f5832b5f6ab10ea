using ProcFs.Fixtures;

namespace ProcFs;

public sealed class NfsServerTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_server_has_its_address_and_name()
    {
        List<NfsServer> servers = NetFiles.Rows<NfsServer>(modern, "nfsfs/servers");
        Assert.Equal(["files.example.org v4", "archive.example.org v3"], servers.Select(server => $"{server}"));
        Assert.Equal(("192.0.2.7", 2049, 2L, "2001:db8::7"), ($"{servers[0].Address}", servers[0].Port, servers[0].Users, $"{servers[1].Address}"));
        NfsVolume volume = Assert.Single(NetFiles.Rows<NfsVolume>(modern, "nfsfs/volumes"));
        Assert.Equal(("0:52 192.0.2.7", false, "6c2b0f1e:9a3d4c57"), ($"{volume}", volume.IsCached, volume.FileSystemId));
    }
}
