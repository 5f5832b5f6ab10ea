using ProcFs.Fixtures;
using ProcFs.IO;

namespace ProcFs;

public sealed class ProcessInfoTests(FixtureRoot fixture) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_process_is_described_by_its_files()
    {
        ProcessInfo process = Read(4300);
        Assert.Equal((4300, "telemetry-collector", 1), (process.ProcessId, process.Name, process.ParentProcessId));
        Assert.Equal((ProcessState.Sleeping, "1000", "1000"), (process.State, process.User, process.Group));
        Assert.Equal(["/usr/lib/telemetry/telemetry-collector", "--interval", "60"], process.CommandLine);
        Assert.Equal((2, TimeSpan.Zero, 10928128L), (process.Threads, process.CpuTime, process.VirtualSize));
        Assert.Null(process.Tty);
        Assert.Equal((0, SchedulingPolicy.Other, false, false), (process.Nice, process.Policy, process.IsKernelThread, process.HasExitedLeader));
        Assert.Equal(Sources.BootTime.AddMilliseconds(3676370), process.StartTime);
    }

    [Fact]
    public void A_kernel_thread_has_no_memory()
    {
        ProcessInfo process = Read(2);
        Assert.True(process.IsKernelThread);
        Assert.Null(process.VirtualSize);
        Assert.Null(process.ResidentSize);
        Assert.Empty(process.CommandLine);
    }

    [Fact]
    public void A_zombie_has_no_memory()
    {
        ProcessInfo process = Read(4310);
        Assert.Equal((ProcessState.Zombie, "telemetry-colle", 4300), (process.State, process.Name, process.ParentProcessId));
        Assert.Null(process.ResidentSize);
    }

    [Fact]
    public void A_thread_is_described_by_its_stat()
    {
        using var process = ProcessDirectory.Open(fixture.Root, 4300, new ReadScope(), out _)!;
        using ProcessDirectory folder = process.OpenThread(4301, out _)!;
        var thread = ThreadInfo.Read(folder, process.Name);
        Assert.Equal((4300, 4301, "sampler", ProcessState.Sleeping), (thread.ProcessId, thread.ThreadId, thread.Name, thread.State));
        Assert.NotNull(thread.StartTime);
        Assert.NotNull(thread.Processor);
    }

    [Theory]
    [InlineData("/usr/bin/a-long-program-name\0-x\0", "a-long-program-", "a-long-program-name")]
    [InlineData("/usr/bin/python3\0/opt/a-long-script-name.py\0", "a-long-script-n", "a-long-script-name.py")]
    [InlineData("python3\0-m\0", "a-long-program-", "a-long-program-")]
    [InlineData("", "a-long-program-", "a-long-program-")]
    [InlineData("short-and-more\0", "short", "short")]
    [InlineData("/usr/bin/exactly15bytes!\0", "exactly15bytes!", "exactly15bytes!")]
    public void A_cut_name_is_completed_from_the_arguments(string commandLine, string comm, string name)
    {
        using var root = new TemporaryRoot();
        root.Write("7/comm", comm + "\n").Write("7/cmdline", commandLine).Write("7/stat", $"7 ({comm}) S 1 7 7 0 -1 4194560 0");
        using var process = ProcessDirectory.Open(root.Root, 7, new ReadScope(), out _)!;
        Assert.Equal(name, ProcessIdentity.ReadName(process));
        Assert.Equal(name, process.Name);
    }

    [Fact]
    public void A_cut_name_is_not_completed_from_the_program_that_only_some_may_see()
    {
        using var root = new TemporaryRoot();
        root.Write("7/comm", "a-long-program-\n").Write("7/cmdline", "renamed\0").Link("7/exe", "/opt/a-long-program-name (deleted)"u8.ToArray());
        using var process = ProcessDirectory.Open(root.Root, 7, new ReadScope(), out _)!;
        Assert.Equal("a-long-program-", ProcessIdentity.ReadName(process));
    }

    [Fact]
    public void A_name_may_end_with_a_newline()
    {
        using var root = new TemporaryRoot();
        root.Write("7/comm", "a\n\n");
        using var process = ProcessDirectory.Open(root.Root, 7, new ReadScope(), out _)!;
        Assert.Equal("a\n", ProcessIdentity.ReadName(process));
    }

    [Fact]
    public void An_open_folder_never_becomes_another_process()
    {
        using var root = new TemporaryRoot();
        root.Write("7/comm", "first\n");
        using var process = ProcessDirectory.Open(root.Root, 7, new ReadScope(), out _)!;
        Directory.Move(root.PathOf("7"), root.PathOf("gone"));
        root.Write("7/comm", "second\n");
        Assert.Equal("first", ProcessIdentity.ReadName(process));
    }

    [Fact]
    public void Summaries_contain_the_completion_texts()
    {
        List<ProcessSummary> summaries = [.. ProcessSummary.ReadAll(fixture.Root)];
        Assert.Equal([2, 4242, 4300, 4310, 4400], summaries.Select(summary => summary.ProcessId));
        Assert.Equal(["kthreadd", "sleep 600"], summaries.Take(2).Select(summary => summary.CommandLine));
        Assert.Equal("telemetry-collector", summaries[2].Name);
    }

    private ProcessInfo Read(int id)
    {
        using var process = ProcessDirectory.Open(fixture.Root, id, new ReadScope(), out _)!;
        return ProcessInfoReader.Read(process, ProcessInfo.Of);
    }

    [Theory]
    [InlineData(null, UnavailableReason.NotInCapture)]
    [InlineData("", UnavailableReason.Malformed)]
    [InlineData("Name:\tsleep\n", UnavailableReason.Malformed)]
    public void A_process_without_a_status_has_the_fields_of_stat(string? status, UnavailableReason reason)
    {
        using var root = new CaseRoot("status-sigq-unlimited");
        File.Delete(root.PathOf("4242/status"));
        if (status is not null)
        {
            root.Write("4242/status", status);
        }

        ProcessInfo process = Assert.Single(new ProcessQuery().Read(root.Root.Processes(), cancellation: TestContext.Current.CancellationToken)).Item!;
        Assert.Equal((4242, "sleep", null, null), (process.ProcessId, process.Name, process.User, process.Group));
        Assert.Equal((reason, reason), (process.Unavailable["User"], process.Unavailable["Group"]));
        Assert.True(process.ResidentSize > 0 && process.VirtualSize > process.ResidentSize);
        Assert.Null(Assert.Single(OomCandidate.Read(root.Root.Processes(), new ReadSummary(), TestContext.Current.CancellationToken)).Item!.Exemption);
        ProcException error = Assert.Single(root.Root.Processes(4242).Read<ProcessStatus>(cancellation: TestContext.Current.CancellationToken)).Error!;
        Assert.Equal(root.PathOf("4242/status"), error.Path);
    }
}
