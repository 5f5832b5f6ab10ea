using System.Globalization;
using ProcFs.Fixtures;

namespace ProcFs.Tree;

/// <summary>The tree of the live /proc.</summary>
public sealed class LiveProcTreeTests : IDisposable
{
    private readonly ProcTree _tree = new(new ProcRoot());
    private readonly ChildProcess _child = new();

    public void Dispose() => _child.Dispose();

    [Fact]
    public void Self_is_this_process()
    {
        Assert.Equal(Environment.ProcessId, ((ProcessInfo)_tree.Get("self").GetItem()).ProcessId);
        Assert.StartsWith($"{Environment.ProcessId} ", _tree.Get("self").ToEntry().Value, StringComparison.Ordinal);
        var thread = (ThreadInfo)_tree.Get("thread-self").GetItem();
        Assert.Equal((Environment.ProcessId, Native.GetThreadId()), (thread.ProcessId, thread.ThreadId));
    }

    [Theory]
    [InlineData("self/cwd/etc")]
    [InlineData("self/root/etc")]
    [InlineData("self/task/0")]
    [InlineData("self/fd/999999")]
    public void Links_lead_nowhere(string path) => Assert.Null(_tree.Find(path));

    [Fact]
    public void Children_of_the_root_are_numbers_in_order_and_then_names()
    {
        string[] names = Names("");
        int[] numbers = [.. names.TakeWhile(name => char.IsAsciiDigit(name[0])).Select(name => int.Parse(name, CultureInfo.InvariantCulture))];
        Assert.Equal(numbers.Order(), numbers);
        Assert.Contains(_child.Id, numbers);
        Assert.Equal(names.Skip(numbers.Length).Order(StringComparer.Ordinal), names.Skip(numbers.Length));
        Assert.Equal(names.Length, names.Distinct().Count());
    }

    [Fact]
    public void Every_child_of_a_process_is_listed_and_found()
    {
        foreach (string name in Names($"{_child.Id}"))
        {
            ProcNode node = _tree.Get($"{_child.Id}/{name}");
            Assert.Equal(name, node.ToEntry().Name);
            Assert.NotNull(node.GetListed());
        }
    }

    [Fact]
    public void A_parameter_takes_a_value()
    {
        ProcNode node = _tree.Get($"{_child.Id}/oom_score_adj");
        long present = (long)((KernelParameter)node.GetItem()).Value!;
        Assert.SkipWhen(present >= 999, "The value cannot be raised.");
        ((IWritableNode)node).Write($"{present + 1}");
        Assert.Equal(present + 1, ((KernelParameter)node.GetItem()).Value);
        Assert.Equal($"{present + 1}\n", File.ReadAllText($"/proc/{_child.Id}/oom_score_adj"));
        Assert.Equal((true, true), (((KernelParameter)node.GetItem()).CanRead, ((KernelParameter)node.GetItem()).CanWrite));
    }

    [Theory]
    [InlineData("2000")]
    [InlineData("many")]
    [InlineData("")]
    public void A_rejected_value_is_reported_with_the_current_one(string value)
    {
        ProcNode node = _tree.Get($"{_child.Id}/oom_score_adj");
        string present = ((KernelParameter)node.GetItem()).Text!;
        var error = Assert.Throws<ProcException>(() => ((IWritableNode)node).Write(value));
        Assert.Equal((ProcErrorKind.ValueRejected, value, $"/proc/{_child.Id}/oom_score_adj"), (error.Kind, error.Value, error.Path));
        Assert.Contains($"The current value is {present}.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameter_of_root_is_denied_to_others()
    {
        Assert.SkipWhen(Native.GetEffectiveUserId() == 0, "Root may write it.");
        var node = (IWritableNode)_tree.Get("sys/vm/swappiness");
        var error = Assert.Throws<ProcException>(() => node.Write("60"));
        Assert.Equal(ProcErrorKind.AccessDenied, error.Kind);
    }

    [Fact]
    public void Only_parameters_can_be_written()
    {
        Assert.IsNotType<IWritableNode>(_tree.Get("self/status"), exactMatch: false);
        Assert.IsNotType<IWritableNode>(_tree.Get("version"), exactMatch: false);
        Assert.IsNotType<IWritableNode>(_tree.Get("self/cwd"), exactMatch: false);
        Assert.IsType<IWritableNode>(_tree.Get("self/comm"), exactMatch: false);
    }

    [Fact]
    public void A_deleted_file_is_read_through_its_descriptor()
    {
        using var folder = new TemporaryRoot();
        folder.Write("gone", "what it holds");
        using FileStream file = File.OpenRead(folder.PathOf("gone"));
        File.Delete(folder.PathOf("gone"));
        var row = (IReadableNode)_tree.Get($"self/fd/{file.SafeFileHandle.DangerousGetHandle()}");
        using var reader = new StreamReader(row.OpenRead());
        Assert.Equal("what it holds", reader.ReadToEnd());
    }

    [Fact]
    public void An_ended_process_is_not_found()
    {
        using var other = new ChildProcess();
        ProcNode node = _tree.Get($"{other.Id}");
        ProcNode status = _tree.Get($"{other.Id}/status");
        other.Dispose();
        Assert.SkipWhen(Directory.Exists($"/proc/{node.Name}"), "The id was given away again.");
        Assert.Equal(ProcErrorKind.NotFound, Assert.Throws<ProcException>(node.GetItem).Kind);
        Assert.Equal(ProcErrorKind.NotFound, Assert.Throws<ProcException>(status.GetItem).Kind);
        Assert.Null(_tree.Find($"{node.Name}/status"));
    }

    private string[] Names(string folder)
    {
        var names = new List<string>();
        ((IContainerNode)_tree.Get(folder)).ReadChildren(null, child => names.Add(child.Name), error => throw error, TestContext.Current.CancellationToken);
        return [.. names];
    }
}
