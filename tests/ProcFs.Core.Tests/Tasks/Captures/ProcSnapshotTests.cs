using ProcFs.Fixtures;
using ProcFs.Text;

namespace ProcFs;

/// <summary>Captures of the running machine: what is in them, and that nothing is left of one that fails.</summary>
public sealed class ProcSnapshotTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("procfs-").FullName;
    private readonly ProcRoot _root = new();

    [Theory]
    [InlineData("x.tar")]
    [InlineData("x.tar.gz")]
    [InlineData("x.tar.zst")]
    [InlineData("x")]
    public void A_process_is_the_same_in_a_capture(string name)
    {
        Assert.SkipWhen(name.EndsWith("zst", StringComparison.Ordinal) && Interop.Zstd.Library is null, "libzstd is not here.");
        using var child = new ChildProcess();
        ProcRoot then = Open(name, child.Id);
        Assert.Equal([child.Id], then.EnumerateProcessIds());
        Same(root => ProcessDetail.Read(root.Processes(child.Id), new ReadSummary(), cancellation: Stop), then, nameof(ProcessDetail.Unavailable), nameof(ProcessInfo.CpuPercent));
        Same(root => root.Processes(child.Id).Read<ProcessStatus>(cancellation: Stop), then, "Unavailable", "Additional", "SignalsQueued");
        Same(root => new DescriptorQuery(isDetailed: true).Read(root.Processes(child.Id), cancellation: Stop), then, "Unavailable", "Peers", "Object", "Ends", "Summary");
        Same(root => new MappingQuery().Read(root.Processes(child.Id), cancellation: Stop), then);
        Same(root => new MountQuery().Read(root.Processes(child.Id), cancellation: Stop), then);
        Same(root => new LimitQuery(["open*", "stack*", "locked*"]).Read(root.Processes(child.Id), cancellation: Stop), then);
        Assert.Null(new LimitQuery(["nproc"]).Read(then.Processes(child.Id), cancellation: Stop).Single().Item!.Used);
        Same(root => root.Processes(child.Id).Rows<Namespace>(cancellation: Stop), then);
        Same(root => root.Processes(child.Id).Read<ProcessIo>(cancellation: Stop), then, "Unavailable", "Additional");
        Assert.Equal(_root.Facts, then.Facts);
        Assert.Equal(_root.Accounts.UserName(0), then.Accounts.UserName(0));
    }

    [Fact]
    public void The_machine_is_in_it()
    {
        ProcRoot then = Open("x.tar.gz", Environment.ProcessId);
        Assert.Equal(_root.Read<KernelVersion>().ToString(), then.Read<KernelVersion>().ToString());
        Assert.Equal(_root.Rows<KernelModule>(Stop).Count(), then.Rows<KernelModule>(Stop).Count());
        Assert.Equal(_root.Rows<DeviceDriver>(Stop).Select(row => $"{row.Item}"), then.Rows<DeviceDriver>(Stop).Select(row => $"{row.Item}"));
        Assert.NotNull(then.Capture?.BootId);
        Assert.True(then.Uptime > TimeSpan.Zero);
        Assert.All(then.Capture!.LeftOut, pattern => Assert.False(Catalog.All.Single(entry => entry.Pattern == pattern).IsCaptured));
        Assert.NotEmpty(then.Capture.LeftOut);
    }

    [Fact]
    public void The_environment_is_left_out_masked_or_whole()
    {
        int id = ExactProcess.StartSleeping("A=1"u8.ToArray(), "DB_PASSWORD=secret"u8.ToArray(), "B=\xfe"u8.ToArray());
        try
        {
            Assert.Equal(ProcErrorKind.NotSupported, Assert.Single(Variables(CapturedEnvironment.None)).Error!.Kind);
            Assert.Equal(["A=1", "B=\u00fe"], Variables(CapturedEnvironment.Masked).Select(row => row.Item!).Where(row => row.Name != "DB_PASSWORD").Select(row => $"{row.Name}={row.Value}"));
            Assert.DoesNotContain("secret", Variables(CapturedEnvironment.Masked).Single(row => row.Item!.Name == "DB_PASSWORD").Item!.Value, StringComparison.Ordinal);
            Assert.Equal("secret", Variables(CapturedEnvironment.Whole).Single(row => row.Item!.Name == "DB_PASSWORD").Item!.Value);
        }
        finally
        {
            ExactProcess.Reap(id);
        }

        Outcome<EnvironmentVariable>[] Variables(CapturedEnvironment environment)
        {
            string path = Path.Combine(_folder, $"{environment}.tar");
            ProcSnapshot.Save(_root, path, new CaptureOptions { Processes = _root.Processes(id), Environment = environment, Replaces = true }, cancellation: Stop);
            return [.. new ProcRoot(path).Processes(id).Rows<EnvironmentVariable>(cancellation: Stop)];
        }
    }

    [Theory]
    [InlineData("x.tar.gz")]
    [InlineData("x")]
    public void Names_of_bytes_survive(string name)
    {
        byte[] target = [.. LosslessText.Encode(_folder), .. "/a"u8, 0xff, .. "\n (deleted)"u8];
        string file = LosslessText.Decode(target);
        int number = Native.OpenFile(file);
        try
        {
            FileDescriptor descriptor = new DescriptorQuery([number]).Read(Open(name, Environment.ProcessId).Processes(Environment.ProcessId), cancellation: Stop).Single().Item!;
            Assert.Equal((file, false), (descriptor.Target, descriptor.IsDeleted));
        }
        finally
        {
            Native.Unlink(file);
            Native.Close(number);
        }
    }

    [Theory]
    [InlineData("x.tar.gz")]
    [InlineData("x")]
    public void Nothing_is_left_of_a_cancelled_capture(string name)
    {
        using var stop = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => ProcSnapshot.Save(
            _root,
            Path.Combine(_folder, name),
            new CaptureOptions(),
            (_, _) => stop.Cancel(),
            cancellation: stop.Token));
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Theory]
    [InlineData("x.tar.gz")]
    [InlineData("x")]
    public void An_existing_capture_is_replaced_only_on_demand(string name)
    {
        Open(name, Environment.ProcessId);
        Assert.Equal(ProcErrorKind.Io, Assert.Throws<ProcException>(() => Open(name, Environment.ProcessId)).Kind);
        string path = Path.Combine(_folder, name);
        ProcSnapshot.Save(_root, path, new CaptureOptions { Processes = _root.Processes(1), Replaces = true }, cancellation: Stop);
        Assert.Equal([1], new ProcRoot(path).EnumerateProcessIds());
        Assert.Single(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void What_is_named_is_taken_or_left_out()
    {
        string path = Path.Combine(_folder, "x.tar");
        var options = new CaptureOptions { Processes = _root.Processes(Environment.ProcessId), Include = ["timer_list", "<pid>/smaps_rollup"], Exclude = ["sys", "*/maps"] };
        ProcSnapshot.Save(_root, path, options, cancellation: Stop);
        var then = new ProcRoot(path);
        // Only root may read it.
        Assert.Equal(Environment.IsPrivilegedProcess && File.Exists("/proc/timer_list"), Tree.NodePath.Find(then, ["timer_list"], new IO.ReadScope(), out _) is not null);
        Assert.True(then.Process(Environment.ProcessId).Read<ProcessMemory>().Rss > 0);
        Assert.Null(Tree.NodePath.Find(then, ["sys", "kernel"], new IO.ReadScope(), out _));
        Assert.Null(Tree.NodePath.Find(then, [$"{Environment.ProcessId}", "maps"], new IO.ReadScope(), out _));
        Assert.NotNull(Tree.NodePath.Find(then, [$"{Environment.ProcessId}", "status"], new IO.ReadScope(), out _));
    }

    [Fact]
    public void A_ring_keeps_the_newest()
    {
        var ring = new CaptureRing(Path.Combine(_folder, "ring.tar.gz"), keep: 2);
        DateTimeOffset start = DateTimeOffset.UnixEpoch;
        for (int i = 0; i < 5; i++)
        {
            File.WriteAllText(ring.PathAt(start.AddMinutes(i)), "");
            ring.Trim();
        }

        File.WriteAllText(Path.Combine(_folder, "ring-of-somebody.tar.gz"), "");
        Assert.Equal(["ring-19700101T000300Z.tar.gz", "ring-19700101T000400Z.tar.gz"], ring.Captures.Select(Path.GetFileName));
        Assert.Equal(3, Directory.GetFiles(_folder).Length);
    }

    [Fact]
    public void A_capture_of_a_capture_is_refused()
    {
        ProcRoot then = Open("x.tar", 1);
        Assert.Equal(ProcErrorKind.NotSupported, Assert.Throws<ProcException>(() => ProcSnapshot.Save(then, Path.Combine(_folder, "y.tar"), new CaptureOptions(), cancellation: Stop)).Kind);
    }

    public void Dispose()
    {
        foreach (string folder in Directory.GetDirectories(_folder))
        {
            FolderTarget.Remove(folder);
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private ProcRoot Open(string name, int id)
    {
        string path = Path.Combine(_folder, name);
        ProcSnapshot.Save(_root, path, new CaptureOptions { Processes = _root.Processes(id) }, cancellation: Stop);
        return new ProcRoot(path);
    }

    private void Same<T>(Func<ProcRoot, IEnumerable<Outcome<T>>> read, ProcRoot then, params string[] except)
        where T : class
    {
        string[] live = [.. read(_root).Select(row => Text(row, except))];
        Assert.NotEmpty(live);
        Assert.Equal(live, read(then).Select(row => Text(row, except)));
    }

    private static string Text<T>(Outcome<T> row, string[] except)
        where T : class => row.Error is { } error
        ? $"{error.Kind}"
        : string.Join('\n', row.Item!.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0 && !except.Contains(property.Name))
            .Select(property => $"{property.Name}={(property.GetValue(row.Item) is System.Collections.IEnumerable and not string ? System.Text.Json.JsonSerializer.Serialize(property.GetValue(row.Item)) : property.GetValue(row.Item))}"));
}
