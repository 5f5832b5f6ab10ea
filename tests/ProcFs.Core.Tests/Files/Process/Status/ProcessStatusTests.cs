using ProcFs.Fixtures;
using ProcFs.IO;

namespace ProcFs;

public sealed class ProcessStatusTests(FixtureRoot modern, OldKernelRoot old) : IClassFixture<FixtureRoot>, IClassFixture<OldKernelRoot>
{
    [Fact]
    public void Ids_of_the_capture_read_by_value()
    {
        ProcessStatus status = Read(modern, 4242);
        Assert.Equal(("sleep", "sleep", 18), (status.Name, status.Comm, status.Umask));
        Assert.Equal(ProcessState.Sleeping, status.State);
        Assert.Equal((4242, 4242, 0, 1, 0), (status.ProcessId, status.ThreadId, status.NumaGroupId, status.ParentProcessId, status.TracerProcessId));
        Assert.Equal<uint>([1000, 1000, 1000, 1000], status.UserIds!);
        Assert.Equal(1000u, status.UserId);
        Assert.Equal<uint>([1000, 1000, 1000, 1000], status.GroupIds!);
        Assert.Equal(("1000", "1000"), (status.User, status.Group));
        Assert.Equal(256, status.FdSize);
        Assert.Equal<uint>([4, 24, 27], status.Groups!);
        Assert.Equal<uint>([4242], status.NamespaceThreadGroupIds!);
        Assert.Equal<uint>([4242], status.NamespaceProcessIds!);
        Assert.Equal<uint>([4242], status.NamespaceGroupIds!);
        Assert.Equal<uint>([4242], status.NamespaceSessionIds!);
        Assert.Equal(false, status.IsKernelThread);
    }

    [Fact]
    public void Sizes_of_the_capture_are_bytes()
    {
        ProcessStatus status = Read(modern, 4242);
        Assert.Equal(
            [2500, 2500, 0, 0, 1484, 1484, 92, 1392, 0],
            Kibibytes(status.VmPeak, status.VmSize, status.VmLck, status.VmPin, status.VmHwm, status.VmRss, status.RssAnon, status.RssFile, status.RssShmem));
        Assert.Equal(
            [224, 132, 20, 1528, 40, 0, 0],
            Kibibytes(status.VmData, status.VmStk, status.VmExe, status.VmLib, status.VmPte, status.VmSwap, status.HugetlbPages));
        Assert.Equal((false, true), (status.IsDumpingCore, status.ThpEnabled));
        Assert.Equal(ulong.MaxValue, status.UntagMask);
    }

    [Fact]
    public void Signals_and_rights_of_the_capture_read_by_value()
    {
        ProcessStatus status = Read(modern, 4242);
        Assert.Equal((1, 0L, 63432L), (status.Threads, status.SignalsQueued, status.SignalQueueLimit));
        Assert.All([status.SigPnd, status.ShdPnd, status.SigBlk, status.SigCgt], set => Assert.Equal(0UL, set!.Mask));
        Assert.Equal(["SIGPIPE", "SIGXFSZ"], status.SigIgn!.Names);
        Assert.All([status.CapInh, status.CapPrm, status.CapEff, status.CapAmb], set => Assert.Equal(0UL, set!.Mask));
        Assert.Equal(0x1fffeffffffUL, status.CapBnd!.Mask);
        Assert.False(status.CapBnd.Contains("CAP_SYS_RESOURCE"));
        Assert.True(status.CapBnd.Contains("cap_sys_admin"));
        Assert.Equal((false, SeccompMode.Disabled, 0), (status.NoNewPrivileges, status.Seccomp, status.SeccompFilters));
        Assert.Equal(("thread vulnerable", "conditional enabled"), (status.SpeculationStoreBypass, status.SpeculationIndirectBranch));
    }

    [Fact]
    public void Places_and_switches_of_the_capture_read_by_value()
    {
        ProcessStatus status = Read(modern, 4242);
        Assert.Equal([0, 1], status.CpusAllowed!.Indexes);
        Assert.Equal([0, 1], status.CpusAllowedList!.Indexes);
        Assert.Equal([0], status.MemsAllowed!.Indexes);
        Assert.Equal([0], status.MemsAllowedList!.Indexes);
        Assert.Equal((1L, 1L), (status.VoluntarySwitches, status.InvoluntarySwitches));
        Assert.Null(status.ThreadFeatures);
        Assert.Null(status.ThreadFeaturesLocked);
        Assert.Empty(status.Additional);
    }

    [Fact]
    public void A_kernel_thread_has_no_memory_of_its_own()
    {
        ProcessStatus status = Read(modern, 2);
        Assert.Equal(true, status.IsKernelThread);
        Assert.All([status.VmPeak, status.VmSize, status.VmRss, status.VmSwap, status.HugetlbPages], size => Assert.Null(size));
        Assert.Empty(status.Groups!);
        Assert.Equal(64, status.SigIgn!.Count);
        Assert.Equal("all", status.CapEff!.ToString());
    }

    [Fact]
    public void A_zombie_has_no_memory()
    {
        ProcessStatus status = Read(modern, 4310);
        Assert.Equal(ProcessState.Zombie, status.State);
        Assert.Null(status.VmRss);
        Assert.Equal("telemetry-colle", status.Name);
    }

    [Fact]
    public void A_cut_name_is_made_whole_by_the_process()
    {
        using var process = ProcessDirectory.Open(modern.Root, 4300, new ReadScope(), out _)!;
        var status = ProcessStatus.Parse(File.ReadAllBytes(modern.PathOf("4300/status")), new ProcSource(process, "status"));
        Assert.Equal(("telemetry-collector", "telemetry-colle"), (status.Name, status.Comm));
        Assert.NotNull(status.StartTime);
    }

    [Fact]
    public void The_name_of_a_thread_is_its_own()
    {
        using var process = ProcessDirectory.Open(modern.Root, 4300, new ReadScope(), out _)!;
        using ProcessDirectory thread = process.OpenThread(4301, out _)!;
        var status = ProcessStatus.Parse(File.ReadAllBytes(modern.PathOf("4300/task/4301/status")), new ProcSource(thread, "status"));
        Assert.Equal(("sampler", 4300, 4301), (status.Name, status.ProcessId, status.ThreadId));
    }

    [Fact]
    public void A_captured_name_may_hold_anything() => Assert.Equal("a) R 1 (\nb\\x\uDCFF", Read(modern, 4400).Comm);

    [Fact]
    public void Keys_that_an_old_kernel_lacks_are_null()
    {
        ProcessStatus status = Read(old, 915);
        Assert.Equal((20000L * 1024, 8L * 1024), (status.VmSize, status.VmSwap));
        Assert.Equal([0], status.MemsAllowed!.Indexes);
        Assert.Equal("all", status.CapEff!.ToString());
        Assert.Null(status.Umask);
        Assert.Null(status.NumaGroupId);
        Assert.Null(status.NamespaceProcessIds);
        Assert.Null(status.IsKernelThread);
        Assert.Null(status.VmPin);
        Assert.Null(status.RssAnon);
        Assert.Null(status.CapAmb);
        Assert.Null(status.NoNewPrivileges);
        Assert.Null(status.Seccomp);
        Assert.Null(status.SpeculationStoreBypass);
        Assert.Null(status.ThpEnabled);
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("two\\nlines", "two\nlines")]
    [InlineData("back\\\\slash", "back\\slash")]
    [InlineData("\\\\n", "\\n")]
    [InlineData("a\\011b", "a\tb")]
    [InlineData("x:y", "x:y")]
    [InlineData("", "")]
    [InlineData("  led and trailed  ", "  led and trailed  ")]
    [InlineData("\ttab", "\ttab")]
    public void Name_is_exact(string written, string name) => Assert.Equal(name, ParseWithIds($"Name:\t{written}\nPid:\t1\n").Comm);

    [Fact]
    public void Bytes_of_a_name_survive() => Assert.Equal("a\uDCFFb", ParseWithIds("Name:\ta\u00FFb\n").Comm);

    [Fact]
    public void Keys_of_a_later_kernel_are_kept()
    {
        ProcessStatus status = ParseWithIds("Name:\ta\nNew_Key:\t 17 things\nPid:\t7\nEmpty:\t\n");
        Assert.Equal(("17 things", "", 7), (status.Additional["New_Key"], status.Additional["Empty"], status.ThreadId));
        Assert.Equal(2, status.Additional.Count);
    }

    [Fact]
    public void Ids_come_from_the_outermost_namespace_in()
    {
        ProcessStatus status = ParseWithIds("NStgid:\t4242\t17\t1\nNSpid:\t4243\t18\t2\nNSpgid:\t4242\t17\t1\nNSsid:\t900\t0\t0\n");
        Assert.Equal<uint>([4242, 17, 1], status.NamespaceThreadGroupIds!);
        Assert.Equal<uint>([4243, 18, 2], status.NamespaceProcessIds!);
        Assert.Equal<uint>([4242, 17, 1], status.NamespaceGroupIds!);
        Assert.Equal<uint>([900, 0, 0], status.NamespaceSessionIds!);
    }

    [Theory]
    [InlineData("shstk wrss ", new[] { "shstk", "wrss" })]
    [InlineData("", new string[0])]
    public void Thread_features_are_words(string written, string[] features)
    {
        ProcessStatus status = ParseWithIds($"x86_Thread_features:\t{written}\nx86_Thread_features_locked:\t{written}\n");
        Assert.Equal(features, status.ThreadFeatures);
        Assert.Equal(features, status.ThreadFeaturesLocked);
    }

    [Theory]
    [InlineData("Pid:\tx", "a number")]
    [InlineData("Pid:\t", "a number")]
    [InlineData("VmRSS:\t12", "a size in kB")]
    [InlineData("VmRSS:\t-? kB", "a size in kB")]
    [InlineData("Uid:\t0\t0\t0", "4 numbers")]
    [InlineData("Groups:\t4 x", "numbers")]
    [InlineData("SigCgt:\t00g", "a hexadecimal mask")]
    [InlineData("SigQ:\t1", "two numbers")]
    [InlineData("Umask:\t0099", "an octal number")]
    [InlineData("CoreDumping:\t2", "0 or 1")]
    [InlineData("State:\t", "a state")]
    [InlineData("untag_mask:\tff", "a mask")]
    [InlineData("Cpus_allowed:\tfz", "a hexadecimal mask")]
    [InlineData("Cpus_allowed_list:\t0-", "a list")]
    [InlineData("no colon here", "a key and a value")]
    [InlineData("", "a key and a value")]
    public void A_malformed_line_is_named(string line, string expected)
    {
        var error = Assert.Throws<ProcException>(() => Parse($"Name:\ta\nThreads:\t1\n{line}\nTgid:\t7\n"));
        Assert.Equal((ProcErrorKind.Malformed, 3, line), (error.Kind, error.LineNumber, error.Line));
        Assert.EndsWith("/7/status", error.Path, StringComparison.Ordinal);
        Assert.Contains($"line 3: {expected}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_line_needs_no_end() => Assert.Equal(5, ParseWithIds("Name:\ta\nThreads:\t5").Threads);

    [Theory]
    [InlineData("R (running)", ProcessState.Running)]
    [InlineData("D (disk sleep)", ProcessState.DiskSleep)]
    [InlineData("T (stopped)", ProcessState.Stopped)]
    [InlineData("t (tracing stop)", ProcessState.TracingStop)]
    [InlineData("X (dead)", ProcessState.Dead)]
    [InlineData("I (idle)", ProcessState.Idle)]
    [InlineData("P (parked)", ProcessState.Parked)]
    [InlineData("W (paging)", ProcessState.Unknown)]
    public void States_are_words(string written, ProcessState state) => Assert.Equal(state, ParseWithIds($"State:\t{written}\n").State);

    private static long[] Kibibytes(params long?[] bytes) => [.. bytes.Select(size => size!.Value / 1024)];

    [Theory]
    [InlineData("", 1, "")]
    [InlineData("Name:\ta\nUmask:\t0022\n", 3, "")]
    [InlineData("Name:\ta\nTgid:\t7\nNgid:\t0", 3, "Ngid:\t0")]
    public void A_file_that_was_cut_off_before_the_ids_is_malformed(string text, int number, string line)
    {
        ProcException error = Assert.Throws<ProcException>(() => Parse(text));
        Assert.Equal((ProcErrorKind.Malformed, number, line), (error.Kind, error.LineNumber, error.Line));
    }

    private static ProcessStatus Parse(string text) => ProcessStatus.Parse(Sources.Latin1(text), Sources.Of("7/status"));

    private static ProcessStatus ParseWithIds(string text) => Parse($"Tgid:\t7\nPid:\t7\n{text}");

    private static ProcessStatus Read(FixtureRoot fixture, int id) =>
        ProcessStatus.Parse(File.ReadAllBytes(fixture.PathOf($"{id}/status")), fixture.Source($"{id}/status"));
}
