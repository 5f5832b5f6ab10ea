using System.Text;
using ProcFs.Fixtures;
using ProcFs.IO;

namespace ProcFs;

/// <summary>Each object gives the reason for a null property.</summary>
public sealed class UnavailableTests(FixtureRoot fixture) : IClassFixture<FixtureRoot>
{
    private const string Memory = "VmPeak:\t8 kB\nVmSize:\t8 kB\nVmRSS:\t4 kB\n";

    [Fact]
    public void A_key_that_this_kernel_does_not_write_is_named_by_its_property()
    {
        ProcessStatus status = Status("Name:\ta\nState:\tS (sleeping)\nTgid:\t7\nPid:\t7\n" + Memory);
        Assert.Equal(UnavailableReason.NotOnThisKernel, status.Unavailable["SeccompFilters"]);
        Assert.Equal(UnavailableReason.NotOnThisKernel, status.Unavailable["vmswap"]);
        Assert.Equal(UnavailableReason.NotOnThisKernel, status.Unavailable["SignalQueueLimit"]);
        Assert.False(status.Unavailable.ContainsKey("VmRss"));
        Assert.False(status.Unavailable.ContainsKey("Comm"));
    }

    [Fact]
    public void What_a_kernel_thread_lacks_by_its_nature_has_no_reason()
    {
        ProcessStatus status = Status("Name:\ta\nState:\tS (sleeping)\nTgid:\t7\nPid:\t7\nKthread:\t1\n");
        Assert.Null(status.VmSize);
        Assert.False(status.Unavailable.ContainsKey("VmSize"));
        Assert.False(status.Unavailable.ContainsKey("UntagMask"));
    }

    [Fact]
    public void The_memory_of_a_zombie_is_gone()
    {
        ProcessStatus status = Status("Name:\ta\nState:\tZ (zombie)\nTgid:\t7\nPid:\t7\nKthread:\t0\n");
        Assert.Equal(UnavailableReason.Gone, status.Unavailable["VmSize"]);
        Assert.Equal(UnavailableReason.Gone, status.Unavailable["ThpEnabled"]);
        Assert.Equal(UnavailableReason.NotOnThisKernel, status.Unavailable["CapEff"]);
    }

    [Fact]
    public void A_zombie_has_ended_as_the_reason_for_arguments_and_sizes()
    {
        ProcessInfo zombie = Info(4310);
        Assert.Equal(UnavailableReason.Gone, zombie.Unavailable["CommandLine"]);
        Assert.Equal(UnavailableReason.Gone, zombie.Unavailable["ResidentSize"]);
        Assert.Empty(Info(2).Unavailable);
        Assert.Empty(Info(4300).Unavailable);
    }

    [Theory]
    [InlineData("7 (a) S 1 7 7 0 -1 4194304 0 0 0 0 0 0 0 0 20 0 1 0 5 4096 1 1 1 1 0 0 0 0 0 0 0 0 0 0 17 0 0 0 0 0 0 0 0 0 0 0 0 0 0", "StartCode", UnavailableReason.Denied)]
    [InlineData("7 (a) S 1 7 7 0 -1 4194304 0 0 0 0 0 0 0 0 20 0 1 0 5 4096 1 1 1 1 0 0 0 0 0 0 0 0 0 0 17 0 0 0 0 0 0 0 0 0 0 0 0 0 0", "ExitCode", UnavailableReason.Denied)]
    [InlineData("7 (a) Z 1 7 7 0 -1 4194304 0 0 0 0 0 0 0 0 20 0 1 0 5 0 0 1 0 0 0 0 0 0 0 0 0 0 0 0 17 0 0 0 0 0 0 0 0 0 0 0 0 0 0", "StartStack", UnavailableReason.Gone)]
    [InlineData("7 (a) S 1 7 7 0 -1 4194304 0 0 0 0 0 0 0 0 20 0 1 0 5 4096 1 1 9 9 9 0 0 0 0 0 0 0 0 0 17 0 0 0", "EnvironmentEnd", UnavailableReason.NotOnThisKernel)]
    public void A_stat_line_gives_the_reasons_for_hidden_fields(string line, string field, UnavailableReason reason)
    {
        var stat = ProcessStat.Parse(Encoding.ASCII.GetBytes(line), new ProcSource(fixture.Root, "stat"));
        Assert.Equal(reason, stat.Unavailable[field]);
        Assert.Null(typeof(ProcessStat).GetProperty(field)!.GetValue(stat));
    }

    [Fact]
    public void An_older_kernel_is_recognized_in_the_records_of_descriptors_and_merging()
    {
        var info = FileDescriptorInfo.Parse("pos:\t5\nflags:\t02\n"u8, new ProcSource(fixture.Root, "4300/fdinfo/3"));
        Assert.Equal(["Inode", "MountId"], info.Unavailable.Keys.Order(StringComparer.Ordinal));
        using var zombie = ProcessDirectory.Open(fixture.Root, 4310, new ReadScope(), out _)!;
        using var thread = ProcessDirectory.Open(fixture.Root, 2, new ReadScope(), out _)!;
        var old = KsmStatistics.Parse("ksm_rmap_items 5\n"u8, new ProcSource(zombie, "ksm_stat"));
        Assert.Equal(UnavailableReason.NotOnThisKernel, old.Unavailable["Profit"]);
        Assert.False(old.Unavailable.ContainsKey("RmapItems"));
        Assert.Equal(UnavailableReason.Gone, KsmStatistics.Parse([], new ProcSource(zombie, "ksm_stat")).Unavailable["RmapItems"]);
        Assert.Empty(KsmStatistics.Parse([], new ProcSource(thread, "ksm_stat")).Unavailable);
    }

    [Fact]
    public void A_missing_folder_in_a_capture_is_not_an_error()
    {
        using var root = new TemporaryRoot();
        root.Write("7/stat", File.ReadAllText(fixture.PathOf("4300/stat")).Replace("4300", "7", StringComparison.Ordinal))
            .Write("7/status", File.ReadAllText(fixture.PathOf("4300/status")).Replace("4300", "7", StringComparison.Ordinal))
            .Write("7/cmdline", "a\0")
            .Write("7/io", "rchar: 5\n")
            .Write("7/cgroup", "4:cpu,cpuacct:/one\n1:name=systemd:/two\n")
            .Link("7/exe", "/opt/a (deleted)"u8.ToArray());
        ProcessDetail detail = Assert.Single(ProcessDetail.Read(root.Root.Processes([7]), new ReadSummary(), cancellation: TestContext.Current.CancellationToken)).Item!;
        Assert.Equal(("/opt/a", true), (detail.Executable, detail.IsExecutableDeleted));
        Assert.Equal((5L, "/two"), (detail.ReadChars, detail.Cgroup));
        Assert.Equal(
            ["CancelledWriteBytes", "DescriptorCount", "Namespaces", "ReadBytes", "ReadCalls", "RootDirectory", "StartTime", "WorkingDirectory", "WriteBytes", "WriteCalls", "WriteChars"],
            detail.Unavailable.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(
            ["CancelledWriteBytes", "ReadBytes", "ReadCalls", "WriteBytes", "WriteCalls", "WriteChars"],
            detail.Unavailable.Where(field => field.Value == UnavailableReason.NotOnThisKernel).Select(field => field.Key).Order(StringComparer.Ordinal));
        Assert.Equal(5, detail.Unavailable.Values.Count(reason => reason == UnavailableReason.NotInCapture));
    }

    [Fact]
    public void A_live_process_has_details()
    {
        var selection = new ProcRoot().Processes([Environment.ProcessId]);
        ProcessDetail detail = Assert.Single(ProcessDetail.Read(selection, new ReadSummary(), cancellation: TestContext.Current.CancellationToken)).Item!;
        Assert.Equal(Environment.CurrentDirectory, detail.WorkingDirectory);
        Assert.Equal(new FileInfo("/proc/self/exe").LinkTarget, detail.Executable);
        Assert.False(detail.IsExecutableDeleted);
        Assert.InRange(detail.DescriptorCount!.Value, 3, 1_000_000);
        Assert.Contains(new FileInfo("/proc/self/ns/mnt").LinkTarget, detail.Namespaces!.Select(space => space.Target));
        Assert.DoesNotContain(detail.Namespaces!, space => space.IsForChildren);
        Assert.DoesNotContain(UnavailableReason.Denied, detail.Unavailable.Values);
        AssertNull(detail, detail.Unavailable);
    }

    [Fact]
    public void Threads_follow_their_process()
    {
        List<ProcessInfo> rows = [.. ProcessInfo.Read(fixture.Root.Processes([4300]), new ReadSummary(), includeThreads: true, TestContext.Current.CancellationToken).Select(row => row.Item!)];
        Assert.Equal([null, 4300, 4301], rows.Select(row => row.ThreadId));
        Assert.Equal(["telemetry-collector", "telemetry-colle", "sampler"], rows.Select(row => row.Name));
        Assert.All(rows, row => Assert.Equal(rows[0].CommandLine, row.CommandLine));
        Assert.All(rows, row => Assert.Equal(4300, row.ProcessId));
    }

    [Fact]
    public void Only_properties_that_are_null_are_named()
    {
        foreach (int id in (int[])[2, 4242, 4300, 4310])
        {
            using var process = ProcessDirectory.Open(fixture.Root, id, new ReadScope(), out _)!;
            var stat = ProcessStat.Parse(File.ReadAllBytes(fixture.PathOf($"{id}/stat")), new ProcSource(process, "stat"));
            var status = ProcessStatus.Parse(File.ReadAllBytes(fixture.PathOf($"{id}/status")), new ProcSource(process, "status"));
            AssertNull(stat, stat.Unavailable);
            AssertNull(status, status.Unavailable);
        }
    }

    private static void AssertNull(object item, IReadOnlyDictionary<string, UnavailableReason> unavailable) =>
        Assert.All(unavailable.Keys, field => Assert.Null(item.GetType().GetProperty(field)!.GetValue(item)));

    private ProcessStatus Status(string text) => ProcessStatus.Parse(Encoding.ASCII.GetBytes(text), new ProcSource(fixture.Root, "status"));

    private ProcessInfo Info(int id)
    {
        using var process = ProcessDirectory.Open(fixture.Root, id, new ReadScope(), out _)!;
        return ProcessInfoReader.Read(process, ProcessInfo.Of);
    }
}
