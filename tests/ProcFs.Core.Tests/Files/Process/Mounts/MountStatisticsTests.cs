using ProcFs.Fixtures;

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
        Assert.Equal((15, 250, 1270), (read.QueueTime!.Value.TotalMilliseconds, read.ResponseTime!.Value.TotalMilliseconds, read.ExecutionTime!.Value.TotalMilliseconds));
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

    [Fact]
    public void A_sum_that_fell_below_zero_is_null_and_costs_no_row()
    {
        using var fixture = new CaseRoot("mountstats-wrapped-queue");
        MountStatistics mount = fixture.Root.Process(4242).Rows<MountStatistics>(TestContext.Current.CancellationToken).Select(outcome => outcome.Item!).First();
        Assert.Equal(["READ", "ACCESS", "GETATTR", "LOOKUP"], mount.Operations!.Select(operation => operation.Name));
        RpcOperation access = mount.Operations![1];
        Assert.Equal((2927395007, (TimeSpan?)null, TimeSpan.Parse("19.07:09:29.447", System.Globalization.CultureInfo.InvariantCulture)), (access.Operations, access.QueueTime, access.ResponseTime));
        Assert.Equal(UnavailableReason.Malformed, access.Unavailable[nameof(access.QueueTime)]);
    }

    [Fact]
    public void A_sum_beyond_the_longest_time_span_is_the_longest()
    {
        using var fixture = new CaseRoot("mountstats-overflow-crash");
        MountStatistics[] mounts = [.. fixture.Root.Process(4242).Rows<MountStatistics>(TestContext.Current.CancellationToken).Select(outcome => outcome.Item!)];
        Assert.Equal(["/c", "/y"], mounts.Select(mount => mount.Target));
        Assert.Equal((1, TimeSpan.MaxValue), (mounts[0].Operations![0].Operations, mounts[0].Operations![0].QueueTime));
    }

    [Fact]
    public void A_newline_within_a_value_is_one_error_and_the_rest_comes()
    {
        const string Text = "device a:/b mounted on /c with fstype nfs statvers=1.1\n\tage:\t5\n\topts:\tx=a\nb\n\tper-op statistics\n\t        READ: 1 1 0 1 1 1 (null) 1\n\t        BAD: 1\ndevice z mounted on /z with fstype tmpfs\n";
        using var root = new TemporaryRoot();
        root.Write("9/stat", "9 (x) S 1 1 1 0 -1 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0\n").Write("9/comm", "x\n").Write("9/mountstats", "device y mounted on /y with fstype tmpfs\n" + Text);
        Outcome<MountStatistics>[] outcomes = [.. root.Root.Process(9).Rows<MountStatistics>(TestContext.Current.CancellationToken)];
        Assert.Equal([5, 8], outcomes.Select(outcome => outcome.Error?.LineNumber).OfType<int>());
        Assert.Equal(["/y", "/c", "/z"], outcomes.Select(outcome => outcome.Item?.Target).OfType<string>());
        RpcOperation read = Assert.Single(outcomes.Select(outcome => outcome.Item?.Operations).OfType<RpcOperation[]>().Single());
        Assert.Equal((1, null, TimeSpan.FromMilliseconds(1)), (read.Operations, read.ResponseTime, read.QueueTime));
    }
}
