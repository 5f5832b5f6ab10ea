using ProcFs.Fixtures;

namespace ProcFs;

public sealed class FileDescriptorDetailTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void An_event_poll_has_each_target_with_its_events()
    {
        string lines = string.Concat(Enumerable.Range(5, 100).Select(number =>
            $"tfd: {number,8} events: {(number == 5 ? "80002019" : "4"),8} data: {number,16:x}  pos:0 ino:{number:x} sdev:f\n"));
        FileDescriptorDetail detail = Read("anon_inode:[eventpoll]", "pos:\t0\nflags:\t02000002\nmnt_id:\t15\nino:\t1038\n" + lines);
        Assert.Equal(Enumerable.Range(5, 100), detail.Targets!.Select(target => target.Number));
        Assert.Equal(
            EventPollEvents.In | EventPollEvents.Error | EventPollEvents.HangUp | EventPollEvents.ReadHangUp | EventPollEvents.EdgeTriggered,
            detail.Targets![0].Events);
        Assert.Equal((6UL, 6UL), (detail.Targets[1].Data, detail.Targets[1].Inode!.Value));
        Assert.Equal((FileDescriptorAccess.ReadWrite, FileStatusFlags.CloseOnExec, "100 targets"), (detail.Access, detail.Flags, detail.Summary));
        Assert.Empty(detail.Additional);
    }

    [Fact]
    public void An_older_kernel_names_no_inode_and_an_odd_line_is_kept()
    {
        FileDescriptorDetail detail = Read("anon_inode:[eventpoll]", "pos:\t0\nflags:\t02\ntfd:        7 events:        1 data: ffffffffffffffff\ntfd: odd\n");
        EventPollTarget target = Assert.Single(detail.Targets!);
        Assert.Equal((7, ulong.MaxValue, null), (target.Number, target.Data, target.Inode));
        Assert.Equal("tfd", Assert.Single(detail.Additional).Key);
        Assert.Equal(UnavailableReason.NotOnThisKernel, detail.Unavailable["MountId"]);
    }

    [Fact]
    public void A_watch_has_its_file_and_its_events_by_name()
    {
        FileDescriptorDetail detail = Read(
            "anon_inode:inotify",
            "pos:\t0\nflags:\t00\nmnt_id:\t15\ninotify wd:a ino:3c570 sdev:fe00000 mask:a ignored_mask:0 fhandle-bytes:8 fhandle-type:1 f_handle:70c5030000000000\n");
        FileWatch watch = Assert.Single(detail.Watches!);
        Assert.Equal((10, 0x3c570UL, "254:0", FileWatchEvents.Modify | FileWatchEvents.CloseWrite), (watch.Number, watch.Inode!.Value, watch.Device, watch.Events));
        detail = Read(
            "anon_inode:[fanotify]",
            "pos:\t0\nflags:\t02\nfanotify flags:10 event-flags:0\nfanotify mnt_id:12 mflags:0 mask:38 ignored_mask:40000000\nfanotify sdev:800013 mflags:0 mask:2 ignored_mask:0\n");
        Assert.Equal(["mount 18 CloseWrite, CloseNoWrite, Open", "8:19 Modify"], detail.Watches!.Select(one => $"{one}"));
        Assert.Equal("flags:10 event-flags:0", Assert.Single(detail.Additional).Value);
    }

    [Fact]
    public void Each_type_has_the_values_of_its_lines()
    {
        FileDescriptorDetail detail = Read("anon_inode:[eventfd]", "pos:\t0\nflags:\t02\neventfd-count:                1f\neventfd-id: 7\neventfd-semaphore: 1\n");
        Assert.Equal((31UL, 7, true, "count 31"), (detail.EventCount!.Value, detail.EventId, detail.IsSemaphore, detail.Summary));
        detail = Read("anon_inode:[signalfd]", "pos:\t0\nflags:\t02\nsigmask:\t0000000000004200\n");
        Assert.Equal("SIGUSR1, SIGTERM", detail.Summary.Replace("SIGUSR1,SIGTERM", "SIGUSR1, SIGTERM", StringComparison.Ordinal));
        detail = Read("anon_inode:[timerfd]", "pos:\t0\nflags:\t02\nclockid: 7\nticks: 3\nsettime flags: 01\nit_value: (3596, 490743753)\nit_interval: (0, 250000000)\n");
        Assert.Equal(
            ("CLOCK_BOOTTIME", 3L, true, TimeSpan.FromMilliseconds(250), TimeSpan.FromTicks(35964907437)),
            (detail.Timer!.Clock, detail.Timer.Ticks, detail.Timer.IsAbsolute, detail.Timer.Interval, detail.Timer.Remaining));
        detail = Read("anon_inode:[timerfd]", "pos:\t0\nflags:\t02\nclockid: 0\nticks: 0\nsettime flags: 03\nit_value: (1, 0)\nit_interval: (0, 0)\n");
        Assert.True(detail.Timer!.IsAbsolute);
        detail = Read("anon_inode:[timerfd]", "pos:\t0\nflags:\t02\nclockid: 0\nticks: 0\nsettime flags: 02\nit_value: (1, 0)\nit_interval: (0, 0)\n");
        Assert.False(detail.Timer!.IsAbsolute);
        detail = Read("anon_inode:[pidfd]", "pos:\t0\nflags:\t02\nPid:\t-1\nNSpid:\t-1\n");
        Assert.Equal((-1, "ended"), (detail.TargetProcessId, detail.Summary));
        detail = Read("/dev/net/tun", "pos:\t0\nflags:\t02\niff:\ttap0\n");
        Assert.Equal("tap0", detail.InterfaceName);
        detail = Read("net:[4026531840]", "pos:\t0\nflags:\t00\n");
        Assert.Equal(NamespaceType.Net, detail.NamespaceType);
    }

    [Fact]
    public void An_io_uring_has_its_queues_files_and_buffers()
    {
        FileDescriptorDetail detail = Read(
            "anon_inode:[io_uring]",
            "pos:\t0\nflags:\t02\nSqMask:\t0x3f\nSqHead:\t4294967295\nSqTail:\t2\nCachedSqHead:\t2\nCqMask:\t0x7f\nCqHead:\t1\nCqTail:\t5\nCachedCqTail:\t5\nSQEs:\t3\n"
            + "    0: opcode:READV, fd:5, flags:0, off:0\nCQEs:\t0\nSqThread:\t77\nSqThreadCpu:\t3\nUserFiles:\t2\n    0: a: b\n    1: <none>\nUserBufs:\t1\n    0: 0x7f00/4096\nPollList:\n  op=6, task_works=0\nCqOverflowList:\n");
        IoRing ring = detail.Ring!;
        Assert.Equal((64L, 3L, 128L, 4L, 77, 3), (ring.SubmissionEntries, ring.SubmissionPending, ring.CompletionEntries, ring.CompletionPending, ring.PollingThreadId, ring.PollingCpu));
        Assert.Equal(["a: b", null], ring.Files);
        Assert.Equal("0x7f00/4096", Assert.Single(ring.Buffers));
        Assert.Contains(detail.Additional, line => line.Value == "opcode:READV, fd:5, flags:0, off:0" || line.Value == "0: opcode:READV, fd:5, flags:0, off:0");
        Assert.Contains(detail.Additional, line => line.Value == "op=6, task_works=0");
    }

    [Fact]
    public void Bpf_objects_have_their_type_by_name()
    {
        BpfObject map = Read("anon_inode:bpf-map", "pos:\t0\nflags:\t02\nmap_type:\t9\nkey_size:\t4\nvalue_size:\t16\nmax_entries:\t1024\nmap_flags:\t0x2\nmap_extra:\t0x0\nmemlock:\t73728\nmap_id:\t12\nfrozen:\t1\n").Bpf!;
        Assert.Equal(("lru_hash 12", 4L, 16L, 1024L, 2UL, 73728L, true), ($"{map}", map.KeySize, map.ValueSize, map.MaximumEntries, map.MapFlags, map.Memory, map.IsFrozen));
        BpfObject program = Read("anon_inode:bpf-prog", "pos:\t0\nflags:\t02\nprog_type:\t99\nprog_jited:\t1\nprog_tag:\t6deef7357e7b4530\nmemlock:\t4096\nprog_id:\t31\nrun_time_ns:\t2500\nrun_cnt:\t5\n").Bpf!;
        Assert.Equal(("99 31", true, "6deef7357e7b4530", TimeSpan.FromMicroseconds(2.5), 5L, null), ($"{program}", program.IsCompiled, program.Tag, program.RunTime, program.RunCount, program.ProgramId));
        FileDescriptorDetail link = Read("anon_inode:bpf_link", "pos:\t0\nflags:\t02\nlink_type:\tcgroup\nlink_id:\t3\nprog_tag:\t6deef7357e7b4530\nprog_id:\t31\ncgroup_id:\t1\n");
        Assert.Equal(("cgroup 3", 31L), ($"{link.Bpf}", link.Bpf!.ProgramId));
        Assert.Equal("cgroup_id", Assert.Single(link.Additional).Key);
        FileDescriptorDetail odd = Read("anon_inode:bpf-map", "pos:\t0\nflags:\t02\nmap_type:\tnew\n");
        Assert.Null(odd.Bpf);
        Assert.Equal("new", Assert.Single(odd.Additional).Value);
    }

    [Fact]
    public void A_graphics_client_has_its_engines_and_memory()
    {
        FileDescriptorDetail detail = Read(
            "/dev/dri/renderD128",
            "pos:\t0\nflags:\t02\ndrm-driver:\ti915\ndrm-client-id:\t7\ndrm-pdev:\t0000:00:02.0\ndrm-total-system0:\t125 MiB\ndrm-resident-system0:\t2048 KiB\ndrm-memory-gtt:\t512\n"
            + "drm-engine-render:\t25662044495 ns\ndrm-engine-capacity-video:\t2\ndrm-engine-copy:\todd\n");
        GraphicsClient client = detail.Graphics!;
        Assert.Equal(("i915 client 7", "0000:00:02.0", TimeSpan.FromTicks(256620444)), ($"{client}", client.Address, client.Engines["render"]));
        Assert.Equal((131072000L, 2097152L, 512L), (client.Memory["total-system0"], client.Memory["resident-system0"], client.Memory["memory-gtt"]));
        Assert.Equal(["drm-engine-capacity-video", "drm-engine-copy"], detail.Additional.Select(line => line.Key));
        detail = Read("anon_inode:[userfaultfd]", "pos:\t0\nflags:\t02\npending:\t2\ntotal:\t3\nAPI:\taa:0:fff\n");
        Assert.Equal((2L, 3L, "3 faults waiting", UserFaultFeatures.None), (detail.PendingFaults, detail.TotalFaults, detail.Summary, detail.FaultFeatures));
        Assert.Empty(detail.Additional);
        detail = Read("anon_inode:[userfaultfd]", "pos:\t0\nflags:\t02\npending:\t0\ntotal:\t0\nAPI:\taa:101:1ffff\n");
        Assert.Equal(UserFaultFeatures.WriteProtect | UserFaultFeatures.ThreadId, detail.FaultFeatures);
        Assert.Equal("aa", Assert.Single(Read("anon_inode:[userfaultfd]", "pos:\t0\nflags:\t02\nAPI:\taa\n").Additional).Value);
        detail = Read("/dmabuf:", "pos:\t0\nflags:\t02\nsize:\t8294400\ncount:\t3\nexp_name:\ti915\nname:\tframe\n");
        Assert.Equal((8294400L, "i915", "from i915"), (detail.Size, detail.Exporter, detail.Summary));
        Assert.Equal(FileDescriptorType.Inotify, Read("inotify", "pos:\t0\nflags:\t00\n").Type);
    }

    [Fact]
    public void A_lock_belongs_to_the_file()
    {
        FileDescriptorDetail detail = Read("/run/lock", "pos:\t40\nflags:\t0100002\nmnt_id:\t27\nlock:\t1: FLOCK  ADVISORY  WRITE 7 fe:00:264 0 EOF\nlock:\t2: LEASE  ACTIVE    READ  7 fe:00:264 0 EOF\n");
        Assert.Equal(["FLOCK", "LEASE"], detail.Locks.Select(one => one.Type));
        Assert.Equal((40L, 264L), (detail.Position, detail.Locks[0].Inode));
    }

    [Fact]
    public void A_file_of_this_process_has_its_size_mount_and_inode()
    {
        string path = Path.GetTempFileName();
        try
        {
            using FileStream file = File.OpenWrite(path);
            file.Write("twelve bytes"u8);
            file.Flush();
            FileDescriptorDetail detail = Assert.IsType<FileDescriptorDetail>(Assert.Single(
                new DescriptorQuery([(int)file.SafeFileHandle.DangerousGetHandle()], isDetailed: true).Read(new ProcRoot().Processes([Environment.ProcessId]), cancellation: Cancellation)).Item);
            Assert.Equal((12L, 12L, 1L, FileDescriptorAccess.Write), (detail.Size, detail.Position, detail.Links, detail.Access));
            Assert.NotNull(detail.MountPoint);
            Assert.StartsWith(detail.MountPoint, path, StringComparison.Ordinal);
            Assert.Empty(detail.Unavailable);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_device_has_its_number_and_driver()
    {
        using FileStream file = File.OpenRead("/dev/null");
        FileDescriptorDetail detail = Assert.IsType<FileDescriptorDetail>(Assert.Single(
            new DescriptorQuery([(int)file.SafeFileHandle.DangerousGetHandle()], isDetailed: true).Read(new ProcRoot().Processes([Environment.ProcessId]), cancellation: Cancellation)).Item);
        Assert.Equal(("1:3", "mem", null), (detail.DeviceNumber, detail.Driver, detail.Size));
    }

    // From a capture, whose files cannot be inspected.
    private static FileDescriptorDetail Read(string target, string info)
    {
        using var root = new TemporaryRoot();
        root.Write("7/stat", "7 (holder) S 1 7 7 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 100 0 0\n").Write("7/comm", "holder\n").Write("7/fdinfo/9", info);
        root.Link("7/fd/9", System.Text.Encoding.UTF8.GetBytes(target));
        return Assert.IsType<FileDescriptorDetail>(Assert.Single(new DescriptorQuery(isDetailed: true).Read(root.Root.Processes([7]), cancellation: Cancellation)).Item);
    }
}
