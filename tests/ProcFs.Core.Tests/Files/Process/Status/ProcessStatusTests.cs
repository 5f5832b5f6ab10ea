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
    [InlineData("Pid:\tx", "ThreadId")]
    [InlineData("Pid:\t", "ThreadId")]
    [InlineData("Pid:\t99999999999", "ThreadId")]
    [InlineData("VmRSS:\t12", "VmRss")]
    [InlineData("VmRSS:\t-? kB", "VmRss")]
    [InlineData("VmLib:\t18446744073709545876 kB", "VmLib")]
    [InlineData("Uid:\t0\t0\t0", "UserIds")]
    [InlineData("Groups:\t4 x", "Groups")]
    [InlineData("SigCgt:\t00g", "SigCgt")]
    [InlineData("SigQ:\t1", "SignalsQueued", "SignalQueueLimit")]
    [InlineData("SigQ:\t1/x", "SignalQueueLimit")]
    [InlineData("Umask:\t0099", "Umask")]
    [InlineData("CoreDumping:\t2", "IsDumpingCore")]
    [InlineData("State:\t", "State")]
    [InlineData("untag_mask:\tff", "UntagMask")]
    [InlineData("Cpus_allowed:\tfz", "CpusAllowed")]
    [InlineData("Cpus_allowed_list:\t0-", "CpusAllowedList")]
    public void A_value_that_cannot_be_read_costs_its_field_alone(string line, params string[] fields)
    {
        ProcessStatus status = Parse($"Name:\ta\nThreads:\t1\n{line}\nTgid:\t7\nPid:\t7\nVmSwap:\t2 kB\n");
        Assert.Equal(("a", 1, 7, 7, 2048L), (status.Comm, status.Threads, status.ProcessId, status.ThreadId, status.VmSwap));
        Assert.Equal(fields.Order(), status.Unavailable.Where(field => field.Value == UnavailableReason.Malformed).Select(field => field.Key).Order());
        Assert.All(fields.Except(["ThreadId", "State"]), field => Assert.Null(typeof(ProcessStatus).GetProperty(field)!.GetValue(status)));
    }

    [Fact]
    public void An_empty_line_is_passed_over_and_one_without_a_colon_is_kept()
    {
        ProcessStatus status = Parse("Name:\ta\n\nno colon here\nTgid:\t7\n\nPid:\t8\n");
        Assert.Equal(("a", 7, 8), (status.Comm, status.ProcessId, status.ThreadId));
        Assert.Equal("", Assert.Single(status.Additional, pair => pair.Key == "no colon here").Value);
        Assert.DoesNotContain(UnavailableReason.Malformed, status.Unavailable.Values);
    }

    [Fact]
    public void No_limit_of_queued_signals_is_null()
    {
        ProcessStatus status = ParseWithIds("SigQ:\t3/18446744073709551615\n");
        Assert.Equal((3L, null), (status.SignalsQueued, status.SignalQueueLimit));
        Assert.DoesNotContain("SignalQueueLimit", status.Unavailable.Keys);
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
