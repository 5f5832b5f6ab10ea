namespace ProcFs;

public sealed class MountStatisticsTests
{
    [Fact]
    public void Each_mount_is_a_row()
    {
        MountStatistics[] mounts = NamespaceFixture.Rows<MountStatistics>();
        Assert.Equal([1, 2, 3, 4, 5, 6], mounts.Select(mount => mount.Number));
        Assert.Equal(["proc", "so ur\\ce#x", "", null, "192.0.2.7:/export", "tmpfs"], mounts.Select(mount => mount.Source));
        Assert.Equal("/srv/m/a b\tc\nd\\e#f", mounts[1].Target);
        Assert.Equal(("/srv/m/none", "tmpfs"), (mounts[3].Target, mounts[3].Type));
    }

    [Fact]
    public void A_file_system_without_statistics_has_none()
    {
        MountStatistics mount = NamespaceFixture.Rows<MountStatistics>()[5];
        Assert.Null(mount.Version);
        Assert.Null(mount.Age);
        Assert.Null(mount.Options);
        Assert.Null(mount.Counters);
        Assert.Null(mount.Operations);
        Assert.Null(mount.Text);
    }

    [Fact]
    public void The_statistics_of_nfs_are_typed_and_kept_as_text()
    {
        MountStatistics nfs = NamespaceFixture.Rows<MountStatistics>()[4];
        Assert.Equal(("nfs4", "1.1", TimeSpan.FromDays(1)), (nfs.Type, nfs.Version, nfs.Age));
        Assert.Contains("vers=4.2", nfs.Options!);
        Assert.Equal(12, nfs.Counters!["InodeRevalidate"]);
        Assert.Equal(30, nfs.Counters["PnfsWrite"]);
        Assert.Equal((1000, 4000, 6), (nfs.Counters["NormalReadBytes"], nfs.Counters["ServerWrittenBytes"], nfs.Counters["WritePages"]));
        Assert.Equal(14, nfs.Text!.Length);
        Assert.Contains("xprt:\ttcp 0 0 2 0 24 1234 1234 0 1300 0 2 17 52", nfs.Text);
    }

    [Fact]
    public void Each_procedure_of_nfs_has_its_calls()
    {
        RpcOperation[] operations = NamespaceFixture.Rows<MountStatistics>()[4].Operations!;
        Assert.Equal(["NULL", "READ", "WRITE"], operations.Select(operation => operation.Name));
        RpcOperation read = operations[1];
        Assert.Equal((100, 103, 2, 20000, 1040000), (read.Operations, read.Transmissions, read.Timeouts, read.BytesSent, read.BytesReceived));
        Assert.Equal((15, 250, 1270), (read.QueueTime.TotalMilliseconds, read.ResponseTime.TotalMilliseconds, read.ExecutionTime.TotalMilliseconds));
        Assert.Equal(1, read.Errors);
        Assert.Null(operations[2].Errors);
    }

    [Theory]
    [InlineData("rubbish")]
    [InlineData("device x mounted at /y with fstype z")]
    [InlineData("device x mounted on /y")]
    public void A_malformed_line_is_named_and_the_others_come(string line)
    {
        const string Good = "device x mounted on /y with fstype z\n";
        (List<MountStatistics> mounts, List<ProcException> errors) =
            NamespaceFixture.Read<MountStatistics>("mountstats", NamespaceFixture.Bytes($"{Good}{line}\n{Good}"));
        Assert.Equal([1, 3], mounts.Select(mount => mount.Number));
        Assert.Equal((2, line), (Assert.Single(errors).LineNumber, errors[0].Line));
    }
}
