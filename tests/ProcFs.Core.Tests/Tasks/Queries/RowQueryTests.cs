using ProcFs.Fixtures;

namespace ProcFs;

public sealed class RowQueryTests
{
    private static readonly ProcRoot s_root = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_limit_is_unmatched_only_if_processes_were_read()
    {
        var query = new LimitQuery(["nofile", "nonsense"]);
        Assert.Single(query.Read(s_root.Processes(int.MaxValue), cancellation: Token), outcome => outcome.Error is not null);
        Assert.Equal(["nonsense"], query.Unmatched.Select(error => error.Target));

        query = new LimitQuery(["nofile", "nonsense"]);
        Assert.Equal(["NOFILE"], query.Read(s_root.Processes(Environment.ProcessId), cancellation: Token).Select(outcome => outcome.Item!.Resource));
        Assert.Equal(["nonsense"], query.Unmatched.Select(error => error.Target));
    }

    [Fact]
    public void Each_filter_of_mounts_is_met_by_itself()
    {
        var query = new MountQuery(targets: ["/proc", "/no/such"], types: ["proc", "nofs"]);
        Assert.Contains(query.Read(s_root.Processes(Environment.ProcessId), cancellation: Token), outcome => outcome.Item?.Target == "/proc");
        Assert.Equal(["/no/such", "nofs"], query.Unmatched.Select(error => error.Target));
    }

    [Fact]
    public void Processes_can_be_children_of_a_parent_and_detailed()
    {
        using var child = new ChildProcess();
        Outcome<ProcessInfo>[] found = [.. new ProcessQuery(parents: [Environment.ProcessId], isDetailed: true).Read(s_root.Processes(child.Id, Environment.ProcessId), cancellation: Token)];
        Assert.Equal(child.Id, Assert.IsType<ProcessDetail>(Assert.Single(found).Item).ProcessId);
        var nobody = new ProcessQuery(users: ["no such user"]);
        Assert.Empty(nobody.Read(s_root.Processes(child.Id), cancellation: Token));
        Assert.Equal("No process belongs to a user named \"no such user\".", Assert.Single(nobody.Unmatched).Message);
    }

    [Fact]
    public void Mappings_and_variables_are_picked_by_name()
    {
        Assert.All(
            new MappingQuery(["[stack]"], isDetailed: true).Read(s_root.Processes(Environment.ProcessId), cancellation: Token),
            outcome => Assert.Equal("[stack]", Assert.IsType<MemoryMappingUsage>(outcome.Item).Target));
        var variables = new EnvironmentQuery(["PATH", "no such variable"]);
        Assert.All(variables.Read(s_root.Processes(Environment.ProcessId), cancellation: Token), outcome => Assert.Equal("PATH", outcome.Item!.Name));
        Assert.Contains("no such variable", variables.Unmatched.Select(error => error.Target));
        Assert.All(
            new NamespaceQuery([NamespaceType.Net]).Read(s_root.Processes(Environment.ProcessId), cancellation: Token),
            outcome => Assert.Equal(NamespaceType.Net, outcome.Item!.Type));
    }

    [Fact]
    public void Processes_that_are_named_one_after_another_are_gathered_once()
    {
        var gathered = new GatheredProcesses();
        Assert.Null(gathered.Selection);
        gathered.Add(s_root.Processes(3, 2));
        gathered.Add(s_root.Processes(2, 1));
        Assert.Equal([3, 2, 1], gathered.Selection!.Ids);
        gathered.Add(s_root.Processes());
        Assert.True(gathered.Selection!.IsAll);
    }

    [Fact]
    public void A_tree_starts_at_the_named_process()
    {
        using var child = new ChildProcess();
        var query = new TreeQuery(s_root);
        Assert.Empty(query.Read(cancellation: Token));
        Assert.Contains($"{int.MaxValue}", Assert.Single(query.Add(s_root.Processes(child.Id, int.MaxValue), Token)).Message, StringComparison.Ordinal);
        ProcessTreeEntry entry = Assert.Single(query.Read(cancellation: Token));
        Assert.Equal((child.Id, 0), (entry.ProcessId, entry.Depth));
        Assert.Empty(query.Add(s_root.Processes(), Token));
        Assert.Contains(query.Read(cancellation: Token), process => process.ProcessId == Environment.ProcessId);
    }

    [Fact]
    public void A_thread_that_no_process_has_is_missing()
    {
        Outcome<ThreadWait>[] found = [.. new WaitQuery([Environment.ProcessId, int.MaxValue]).Read(s_root.Processes(), cancellation: Token)];
        Assert.Equal([Environment.ProcessId], found.Select(outcome => outcome.Item?.ThreadId).OfType<int>());
        Assert.Equal(int.MaxValue, found.Single(outcome => outcome.Error is not null).Error!.Target);
    }
}
