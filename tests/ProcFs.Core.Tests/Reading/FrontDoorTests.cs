using ProcFs.Fixtures;
using ProcFs.Tree;

namespace ProcFs;

/// <summary>Every typed file can be read by its type alone.</summary>
public sealed class FrontDoorTests
{
    private static readonly ProcRoot s_root = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_record_of_a_process_needs_its_type_alone()
    {
        using ProcProcess process = s_root.Process(Environment.ProcessId);
        Assert.Equal(Environment.ProcessId, process.Read<ProcessStatus>().ProcessId);
        Assert.Equal(process.Read<ProcessStat>().StartTime, process.StartTime);
        Assert.Equal((process.ProcessId, null), (Environment.ProcessId, process.ThreadId));
    }

    [Fact]
    public void A_file_with_an_open_name_is_named_by_its_last_part()
    {
        using var file = new FileStream("/dev/null", FileMode.Open);
        using ProcProcess process = s_root.Process(Environment.ProcessId);
        int number = (int)file.SafeFileHandle.DangerousGetHandle();
        Assert.Equal(number, process.Read<FileDescriptorInfo>($"{number}").Number);
        Assert.Throws<InvalidOperationException>(() => process.Read<FileDescriptorInfo>());
        Assert.Throws<InvalidOperationException>(() => s_root.Read<ProcessStatus>());
        Assert.Throws<InvalidOperationException>(() => s_root.Rows<FileDescriptor>(Token));
        Assert.Throws<InvalidOperationException>(() => process.Rows<KernelSymbol>(Token));
    }

    [Fact]
    public void Rows_of_a_process_match_those_of_the_drive()
    {
        using var child = new ChildProcess();
        using ProcProcess process = s_root.Process(child.Id);
        var names = new List<string>();
        ((IContainerNode)new ProcTree(s_root).Get($"{child.Id}/fd")).ReadChildren(null, row => names.Add(row.Name), error => throw error, CancellationToken.None);
        Assert.Equal(names, process.Rows<FileDescriptor>(Token).Select(outcome => $"{outcome.Item!.Number}"));
    }

    [Fact]
    public void Other_files_can_be_read_while_rows_come()
    {
        using ProcProcess process = s_root.Process(Environment.ProcessId);
        foreach (Outcome<MemoryMapping> outcome in process.Rows<MemoryMapping>(Token))
        {
            Assert.Equal(outcome.Item!.ProcessName, process.Read<ProcessStatus>().Name is null ? "" : process.ProcessName);
        }

        process.Dispose();
        Assert.Throws<ObjectDisposedException>(() => process.Rows<MemoryMapping>(Token).ToList());
    }

    [Fact]
    public void A_file_that_threads_alone_have_is_read_of_each()
    {
        using var shell = new ChildProcess("sh", "-c", "sleep 60 & wait");
        using ProcProcess process = s_root.Process(shell.Id);
        List<ProcessChild> children = [];
        Assert.True(SpinWait.SpinUntil(() => (children = [.. process.Rows<ProcessChild>(Token).Select(outcome => outcome.Item!)]) is [{ ProcessName: "sleep" }], TimeSpan.FromSeconds(10)));
        Assert.Equal((shell.Id, "sleep"), (children[0].ParentProcessId, children[0].ProcessName));
        using ProcProcess thread = process.Thread(shell.Id);
        Assert.Equal([children[0].ProcessId], thread.Rows<ProcessChild>(Token).Select(outcome => outcome.Item!.ProcessId));
        Assert.Equal(children[0].ProcessId, Assert.Single(s_root.Processes(shell.Id).Rows<ProcessChild>(cancellation: Token)).Item!.ProcessId);
        System.Diagnostics.Process.GetProcessById(children[0].ProcessId).Kill();
    }

    [Fact]
    public void Rows_of_the_machine_share_their_texts()
    {
        const int Count = 40;
        using var root = new TemporaryRoot();
        root.Write("mounts", string.Concat(Enumerable.Range(0, Count).Select(number => $"tmpfs /{number} tmpfs rw 0 0\n")));
        MountEntry[] mounts = [.. root.Root.Rows<MountEntry>(Token).Select(outcome => outcome.Item!)];
        Assert.Equal(Enumerable.Range(0, Count).Select(number => $"/{number}"), mounts.Select(mount => mount.Target));

        // A text can evict another in the cache, by a hash that differs from run to run: at worst once per row.
        string[] texts = [.. mounts.SelectMany(mount => (string[])[mount.Source, mount.Type])];
        Assert.InRange(texts.Distinct(ReferenceEqualityComparer.Instance).Count(), 1, Count + (Count / 2));
    }

    [Fact]
    public void Cancelling_ends_the_rows()
    {
        using var stop = new CancellationTokenSource();
        using var root = new TemporaryRoot();
        root.Write("kallsyms", string.Concat(Enumerable.Range(0, 100_000).Select(i => $"{0xffffffff81000000 + (ulong)i * 16:x16} T symbol_{i}\n")));
        Assert.ThrowsAny<OperationCanceledException>(() =>
        {
            foreach (Outcome<KernelSymbol> outcome in root.Root.Rows<KernelSymbol>(stop.Token))
            {
                Assert.NotNull(outcome.Item);
                stop.Cancel();
            }
        });
    }

    [Fact]
    public void A_process_that_is_not_there_is_an_error()
    {
        var error = Assert.Throws<ProcException>(() => s_root.Process(int.MaxValue));
        Assert.Equal(ProcErrorKind.NotFound, error.Kind);
        Assert.Contains($"{int.MaxValue}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Processes_are_all_or_some()
    {
        Assert.True(s_root.Processes().IsAll);
        Assert.Contains(s_root.Processes().Read<ProcessStat>(cancellation: Token), outcome => outcome.Item?.ProcessId == Environment.ProcessId);
        Assert.Equal([Environment.ProcessId], s_root.Processes(Environment.ProcessId).Read<ProcessStat>(cancellation: Token).Select(outcome => outcome.Item!.ProcessId));
        Assert.Equal(["x*"], s_root.Processes("x*").Names!.Select(name => name.Pattern));
    }
}
