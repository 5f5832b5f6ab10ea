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
        Assert.Equal((15d, 250d, 1270d), (read.QueueTime?.TotalMilliseconds, read.ResponseTime?.TotalMilliseconds, read.ExecutionTime?.TotalMilliseconds));
        Assert.Equal(1, read.Errors);
        Assert.Null(operations[2].Errors);
    }

    [Fact]
    public void A_sum_that_fell_below_zero_is_negative()
    {
        (List<MountStatistics> mounts, List<ProcException> errors) = Read(
            "\tage:\t4022110\n\tper-op statistics\n\t        READ: 10 10 0 100 200 1 2 3\n"
            + "\t      ACCESS: 2927395007 2927394995 0 526931094212 362996810236 18446743919241604546 1667369447 1953587717\n"
            + "\t      LOOKUP: 2440299007 2440299000 0 511100701900 135283040252 5 1334197895 1556584543\n");
        Assert.Empty(errors);
        RpcOperation[] operations = mounts[0].Operations!;
        Assert.Equal(["READ", "ACCESS", "LOOKUP"], operations.Select(operation => operation.Name));
        Assert.Equal((2927395007, new TimeSpan(19, 7, 9, 29, 447)), (operations[1].Operations, operations[1].ResponseTime));
        Assert.Equal(TimeSpan.FromMilliseconds(unchecked((long)18446743919241604546)), operations[1].QueueTime);
    }

    [Fact]
    public void A_time_longer_than_any_is_the_longest()
    {
        (List<MountStatistics> mounts, List<ProcException> errors) = Read(
            "\tper-op statistics\n\tREAD: 1 1 0 1 1 9223372036854775807 1 1\n\tWRITE: 2 2 0 1 1 1 1 1\n");
        Assert.Empty(errors);
        Assert.Equal((1L, TimeSpan.MaxValue), (mounts[0].Operations![0].Operations, mounts[0].Operations![0].QueueTime));
        Assert.Equal(2, mounts[0].Operations![1].Operations);
    }

    [Fact]
    public void A_value_that_cannot_be_read_costs_its_field_alone()
    {
        (List<MountStatistics> mounts, List<ProcException> errors) = Read(
            "\tage:\told\n\topts:\trw\n\tevents:\t1 18446744073709551615 x 4\n\tper-op statistics\n\tREAD: 1 much 0 1 1 1 1 1 7\n\tWRITE: 2 2\n");
        MountStatistics mount = mounts[0];
        Assert.Equal((null, UnavailableReason.Malformed, "rw"), (mount.Age, mount.Unavailable["Age"], Assert.Single(mount.Options!)));
        Assert.Equal(
            [("InodeRevalidate", 1L), ("DentryRevalidate", -1L), ("AttrInvalidate", 4L)],
            mount.Counters!.Select(counter => (counter.Key, counter.Value)));
        Assert.Equal(UnavailableReason.Malformed, mount.Unavailable["Counters"]);
        RpcOperation read = Assert.Single(mount.Operations!);
        Assert.Equal((1L, null, 0L, 7L), (read.Operations, read.Transmissions, read.Timeouts, read.Errors));
        Assert.Equal(UnavailableReason.Malformed, read.Unavailable["Transmissions"]);
        Assert.Equal((7, "WRITE: 2 2"), (Assert.Single(errors).LineNumber, errors[0].Line));
    }

    [Fact]
    public void A_newline_inside_a_value_costs_no_mount()
    {
        (List<MountStatistics> mounts, List<ProcException> errors) = Read("\topts:\trw,fsc=a\nb,hard\n\tage:\t5\n\n\tper-op statistics\n\tREAD: 1 1 0 1 1 1 1 1\n");
        Assert.Equal([(1, "/m"), (2, "/y")], mounts.Select(mount => (mount.Number, mount.Target)));
        Assert.Equal((TimeSpan.FromSeconds(5), "READ"), (mounts[0].Age, Assert.Single(mounts[0].Operations!).Name));
        Assert.Equal((3, "b,hard"), (Assert.Single(errors).LineNumber, errors[0].Line));
    }

    [Fact]
    public void A_mount_that_cannot_be_read_is_one_error_with_all_its_lines()
    {
        (List<MountStatistics> mounts, List<ProcException> errors) = NamespaceFixture.Read<MountStatistics>(
            "mountstats",
            NamespaceFixture.Bytes("device x mounted at /m with fstype nfs\n\tage:\t5\n\tper-op statistics\n\tREAD: 1\ndevice x mounted on /y with fstype z\n"));
        Assert.Equal("/y", Assert.Single(mounts).Target);
        Assert.Equal(1, Assert.Single(errors).LineNumber);
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

    private static (List<MountStatistics> Mounts, List<ProcException> Errors) Read(string details) => NamespaceFixture.Read<MountStatistics>(
        "mountstats",
        NamespaceFixture.Bytes($"device a:/b mounted on /m with fstype nfs statvers=1.1\n{details}device x mounted on /y with fstype tmpfs\n"));
}
