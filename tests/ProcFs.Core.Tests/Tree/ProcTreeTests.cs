using ProcFs.Fixtures;
using ProcFs.Text;

namespace ProcFs.Tree;

public sealed class ProcTreeTests(FixtureRoot fixture) : IClassFixture<FixtureRoot>
{
    private readonly ProcTree _tree = new(fixture.Root);

    [Theory]
    [InlineData("", ProcKind.Directory)]
    [InlineData("/", ProcKind.Directory)]
    [InlineData("4242", ProcKind.Process)]
    [InlineData("/4242/", ProcKind.Process)]
    [InlineData("self", ProcKind.Process)]
    [InlineData("thread-self", ProcKind.Thread)]
    [InlineData("4300/task/4301", ProcKind.Thread)]
    [InlineData("4300/task", ProcKind.Directory)]
    [InlineData("4300/fd", ProcKind.Directory)]
    [InlineData("4300/fd/3", ProcKind.Row)]
    [InlineData("self/fd/100", ProcKind.Row)]
    [InlineData("4300/status", ProcKind.Record)]
    [InlineData("4300/task/4301/stat", ProcKind.Record)]
    [InlineData("self/task/4301/stat", ProcKind.Record)]
    [InlineData("4300/cmdline", ProcKind.Table)]
    [InlineData("4300/auxv", ProcKind.Table)]
    [InlineData("4300/cwd", ProcKind.Link)]
    [InlineData("self/exe", ProcKind.Link)]
    [InlineData("4300/comm", ProcKind.Parameter)]
    [InlineData("4300/oom_score_adj", ProcKind.Parameter)]
    [InlineData("kallsyms", ProcKind.Table)]
    [InlineData("kallsyms/vfs_read", ProcKind.Row)]
    [InlineData("version", ProcKind.Record)]
    [InlineData("sys", ProcKind.Directory)]
    [InlineData("sys/vm", ProcKind.Directory)]
    [InlineData("sys/vm/swappiness", ProcKind.Parameter)]
    [InlineData("sys/fs/mqueue/msg_max", ProcKind.Parameter)]
    [InlineData("net", ProcKind.Directory)]
    [InlineData("net/tcp", ProcKind.Table)]
    [InlineData("mounts", ProcKind.Table)]
    public void A_path_is_a_node_of_its_kind(string path, ProcKind kind)
    {
        ProcNode node = _tree.Get(path);
        Assert.Equal(kind, node.Kind);
        Assert.Equal(path.Trim('/'), node.RelativePath);
        Assert.Equal(path.Trim('/') is "" ? "/" : path.Trim('/').Split('/')[^1], node.Name);
        Assert.Equal(fixture.Root.PathOf(path.Trim('/')), node.Path);
        Assert.Equal(kind is ProcKind.Directory or ProcKind.Process or ProcKind.Thread or ProcKind.Table, node.IsContainer);
    }

    [Theory]
    [InlineData("loginuid", "4294967295", null)]
    [InlineData("loginuid", "1000", "1000")]
    [InlineData("sessionid", "4294967295", null)]
    [InlineData("wchan", "0", null)]
    [InlineData("wchan", "do_wait", "do_wait")]
    [InlineData("oom_score_adj", "0\n", "0")]
    public void A_value_that_means_none_is_null(string file, string content, string? value)
    {
        using var folder = new TemporaryRoot();
        folder.Write($"7/{file}", content);
        Assert.Equal(value, new ProcTree(folder.Root).Get($"7/{file}").ToEntry().Value);
    }

    [Fact]
    public void The_root_has_a_description()
    {
        ProcEntry root = _tree.Get("").ToEntry();
        Assert.Equal("/", root.Name);
        Assert.NotEmpty(root.Description!);
    }

    [Theory]
    [InlineData("9999")]
    [InlineData("9999/status")]
    [InlineData("9999/fd/0")]
    [InlineData("4300/none")]
    [InlineData("4300/fd/77")]
    [InlineData("4300/fd/3/x")]
    [InlineData("4300/task/9999")]
    [InlineData("kallsyms/no_such_symbol")]
    [InlineData("kallsyms/vfs_read/x")]
    [InlineData("4242/cwd/etc")]
    [InlineData("4242/root/etc/passwd")]
    [InlineData("self/cwd/etc")]
    [InlineData("version/x")]
    [InlineData("..")]
    [InlineData("../links.tsv")]
    [InlineData("4242/../../links.tsv")]
    [InlineData("sys/../version")]
    [InlineData("./version")]
    public void What_is_not_there_or_outside_is_null(string path)
    {
        Assert.Null(_tree.Find(path));
        Assert.Equal(ProcErrorKind.NotFound, Assert.Throws<ProcException>(() => _tree.Get(path)).Kind);
    }

    [Theory]
    [InlineData("9999", "No process has the id 9999.")]
    [InlineData("9999/fd", "No process has the id 9999.")]
    [InlineData("4300/none", "no such file or process.")]
    public void A_missing_path_is_named(string path, string message) =>
        Assert.EndsWith(message, Assert.Throws<ProcException>(() => _tree.Get(path)).Message, StringComparison.Ordinal);

    [Fact]
    public void Children_are_numbers_in_order_and_then_names()
    {
        string[] names = Names("");
        Assert.Equal(["2", "4242", "4300", "4310", "4400"], names.Take(5));
        Assert.Equal(names.Skip(5).Order(StringComparer.Ordinal), names.Skip(5));
        Assert.Contains("self", names);
        Assert.Equal(["4300", "4301"], Names("4300/task"));
        Assert.Equal(Enumerable.Range(0, 13).Append(100).Select(number => $"{number}").Order(), Names("4300/fd").Order());
    }

    [Fact]
    public void Children_are_found_by_their_names()
    {
        foreach (string folder in (string[])["", "4300", "4300/task", "4300/fd", "4300/task/4301", "sys/vm", "sys/net/ipv4", "kallsyms", "net"])
        {
            foreach (ProcNode child in Children(folder))
            {
                ProcNode? found = _tree.Find(folder.Length == 0 ? child.Name : $"{folder}/{child.Name}");
                Assert.NotNull(found);
                Assert.Equal((child.Kind, child.Path, child.IsLink, child.IsContainer), (found.Kind, found.Path, found.IsLink, found.IsContainer));
            }
        }
    }

    [Fact]
    public void Names_of_rows_are_unique()
    {
        string[] names = Names("kallsyms");
        Assert.Equal(53, names.Length);
        Assert.Equal(names.Length, names.Distinct().Count());
        Assert.Contains("__func__.0~2", names);
        ulong? first = ((KernelSymbol)_tree.Get("kallsyms/__func__.0").GetItem()).Address;
        ulong? second = ((KernelSymbol)_tree.Get("kallsyms/__func__.0~2").GetItem()).Address;
        Assert.Equal((0xffffffffc0a04580UL, 0xffffffffc0a04500UL), (first, second));
    }

    [Theory]
    [InlineData("", "43*", new[] { "4300", "4310" })]
    [InlineData("", "SELF", new[] { "self" })]
    [InlineData("4300/fd", "1?", new[] { "10", "11", "12" })]
    [InlineData("kallsyms", "vfs_*", new[] { "vfs_read" })]
    [InlineData("sys/vm", "none*", new string[0])]
    public void A_filter_is_by_name(string folder, string pattern, string[] names) =>
        Assert.Equal(names, Children(folder, new Wildcard(pattern)).Select(child => child.Name).Order());

    [Theory]
    [InlineData("4300", typeof(ProcessInfo))]
    [InlineData("self", typeof(ProcessInfo))]
    [InlineData("4300/task/4301", typeof(ThreadInfo))]
    [InlineData("thread-self", typeof(ThreadInfo))]
    [InlineData("4300/status", typeof(ProcessStatus))]
    [InlineData("4300/stat", typeof(ProcessStat))]
    [InlineData("4300/task/4301/status", typeof(ProcessStatus))]
    [InlineData("4300/fd/3", typeof(FileDescriptor))]
    [InlineData("kallsyms/vfs_read", typeof(KernelSymbol))]
    [InlineData("sys/vm/swappiness", typeof(KernelParameter))]
    [InlineData("4300/oom_score_adj", typeof(KernelParameter))]
    [InlineData("4300/cmdline", typeof(ProcEntry))]
    [InlineData("4300/exe", typeof(ProcEntry))]
    [InlineData("4300/fd", typeof(ProcEntry))]
    [InlineData("kallsyms", typeof(ProcEntry))]
    [InlineData("version", typeof(KernelVersion))]
    [InlineData("sys", typeof(ProcEntry))]
    [InlineData("", typeof(ProcEntry))]
    public void An_item_is_the_object_at_the_path(string path, Type type) => Assert.IsType(type, _tree.Get(path).GetItem());

    [Theory]
    [InlineData("4300/exe", "/usr/lib/telemetry/telemetry-collector (deleted)")]
    [InlineData("4300/cwd", "/var/lib/telemetry")]
    [InlineData("4300", "telemetry-collector")]
    [InlineData("self", "4300 telemetry-collector")]
    [InlineData("mounts", "self/mounts")]
    [InlineData("sys/vm/swappiness", "60")]
    [InlineData("sys/kernel/printk", "4\t4\t1\t7")]
    [InlineData("version", null)]
    [InlineData("4300/status", null)]
    public void An_entry_shows_links_parameters_and_names(string path, string? value) => Assert.Equal(value, _tree.Get(path).ToEntry().Value);

    [Fact]
    public void An_entry_describes_itself()
    {
        ProcEntry entry = _tree.Get("4300/status").ToEntry();
        Assert.Equal(Catalog.Find("1/status")!.Description, entry.Description);
        Assert.Equal(("status", ProcKind.Record, 4300, false), (entry.Name, entry.Kind, entry.ProcessId, entry.IsLink));
        Assert.Equal("status", $"{entry}");
        Assert.Equal("kernel thread", _tree.Get("2").ToEntry().Description);
        Assert.Equal(4300, _tree.Get("self/status").ToEntry().ProcessId);
        Assert.True(_tree.Get("self").ToEntry().IsLink);
        Assert.Null(_tree.Get("version").ToEntry().ProcessId);
    }

    [Fact]
    public void Values_of_parameters_are_typed()
    {
        Assert.Equal(60L, ((KernelParameter)_tree.Get("sys/vm/swappiness").GetItem()).Value);
        var memory = (KernelParameter)_tree.Get("sys/net/ipv4/tcp_rmem").GetItem();
        Assert.Equal(new long[] { 4096, 131072, 6291456 }, memory.Value);
        Assert.Equal("net.ipv4.tcp_rmem", memory.Name);
        Assert.Equal("net.ipv4.conf.eth0/100.rp_filter", ((KernelParameter)_tree.Get("sys/net/ipv4/conf/eth0.100/rp_filter").GetItem()).Name);
        Assert.Equal(-250L, ((KernelParameter)_tree.Get("4300/oom_score_adj").GetItem()).Value);
        Assert.Equal(4300, ((KernelParameter)_tree.Get("4300/oom_score_adj").GetItem()).ProcessId);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("4300", true)]
    [InlineData("sys/vm", true)]
    [InlineData("4300/task", true)]
    [InlineData("self", false)]
    [InlineData("thread-self", false)]
    [InlineData("net", false)]
    [InlineData("4300/cwd", false)]
    [InlineData("kallsyms", false)]
    [InlineData("version", false)]
    public void Recursion_enters_folders_and_processes_alone(string path, bool isEntered) =>
        Assert.Equal(isEntered, _tree.Get(path).IsEnteredByRecursion);

    [Fact]
    public void A_malformed_row_is_reported_and_the_others_come()
    {
        using var damaged = new FixtureRoot();
        damaged.Write("kallsyms", "ffffffff81000000 T a\nbroken\nffffffff81000001 T b\n");
        var errors = new List<ProcException>();
        var names = new List<string>();
        ((IContainerNode)new ProcTree(damaged.Root).Get("kallsyms")).ReadChildren(null, child => names.Add(child.Name), errors.Add, TestContext.Current.CancellationToken);
        Assert.Equal(["a", "b"], names);
        Assert.Equal(2, Assert.Single(errors).LineNumber);
    }

    [Fact]
    public void Reading_ends_when_it_is_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        var container = (IContainerNode)_tree.Get("kallsyms");
        Assert.Throws<OperationCanceledException>(() => container.ReadChildren(null, _ => cancellation.Cancel(), error => throw error, cancellation.Token));
    }

    [Fact]
    public void Content_is_the_file()
    {
        using Stream stream = ((IReadableNode)_tree.Get("4400/cmdline")).OpenRead();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        Assert.Equal(File.ReadAllBytes(fixture.PathOf("4400/cmdline")), copy.ToArray());
        Assert.True(((IReadableNode)_tree.Get("4400/cmdline")).EndsEntriesWithNul);
        Assert.False(((IReadableNode)_tree.Get("4400/status")).EndsEntriesWithNul);
    }

    [Theory]
    [InlineData("4300/fd")]
    [InlineData("4300/fd/3")]
    [InlineData("kallsyms/vfs_read")]
    public void A_node_without_content_is_an_error(string path)
    {
        var error = Assert.Throws<ProcException>(() => ((IReadableNode)_tree.Get(path)).OpenRead());
        Assert.Equal(ProcErrorKind.NotSupported, error.Kind);
    }

    [Fact]
    public void What_is_read_of_a_thread_has_the_name_of_its_process()
    {
        using var capture = new TemporaryRoot();
        capture.Write("9/comm", "whole\n").Write("9/task/10/stat", "10 (part) S 1\n").Write("9/task/10/io", "rchar: 5\n");
        var io = (ProcessIo)new ProcTree(capture.Root).Get("9/task/10/io").GetItem();
        Assert.Equal((9, 10, "whole"), (io.ProcessId, io.ThreadId, io.ProcessName));
    }

    private string[] Names(string folder) => [.. Children(folder).Select(child => child.Name)];

    private List<ProcNode> Children(string folder, Wildcard? filter = null)
    {
        var children = new List<ProcNode>();
        ((IContainerNode)_tree.Get(folder)).ReadChildren(filter, children.Add, error => throw error, TestContext.Current.CancellationToken);
        return children;
    }

    [Theory]
    [InlineData("spl/kstat/zfs/tank", ProcKind.Directory)]
    [InlineData("spl/kstat/zfs/tank/io", ProcKind.Table)]
    [InlineData("asound/card0/pcm0p/sub0/hw_params", ProcKind.Record)]
    public void A_pattern_for_many_files_stands_for_their_folders_too(string path, ProcKind kind)
    {
        using var root = new FixtureRoot();
        Assert.Equal(kind, new ProcTree(root.Root).Get(path).Kind);
    }
}
