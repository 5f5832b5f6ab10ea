using ProcFs.Fixtures;
using ProcFs.Tree;

namespace ProcFs;

public sealed class ProcessChildTests
{
    [Fact]
    public void Each_id_is_a_child_and_one_that_has_ended_has_no_name()
    {
        var children = new List<ProcessChild>();
        ((IContainerNode)new ProcTree(NamespaceFixture.Root).Get("4242/task/4242/children"))
            .ReadChildren(null, node => children.Add((ProcessChild)node.GetItem()), error => throw error, CancellationToken.None);
        Assert.Equal([(4243, "worker"), (4244, null)], children.Select(child => (child.ProcessId, child.ProcessName)));
        Assert.All(children, child => Assert.Equal((4242, 4242), (child.ParentProcessId, child.ParentThreadId)));
        Assert.NotNull(children[0].StartTime);
        Assert.Null(children[1].StartTime);
    }

    [Fact]
    public void An_id_that_cannot_be_read_is_one_error_and_empty_lines_are_none()
    {
        using var root = new TemporaryRoot();
        root.Write("7/stat", "7 (a) S 1\n").Write("7/task/7/stat", "7 (a) S 1\n").Write("7/task/7/children", "4243 ? 4244\n\n4245 \n");
        var errors = new List<ProcException>();
        var children = new List<string>();
        ((IContainerNode)new ProcTree(root.Root).Get("7/task/7/children")).ReadChildren(null, node => children.Add(node.Name), errors.Add, CancellationToken.None);
        Assert.Equal(["4243", "4244", "4245"], children);
        Assert.Equal((1, "?"), (Assert.Single(errors).LineNumber, errors[0].Line));
    }

    [Fact]
    public void A_child_of_this_process_is_found_under_the_thread_that_started_it()
    {
        int id = ExactProcess.StartSleeping();
        try
        {
            var tree = new ProcTree(new ProcRoot());
            Assert.SkipUnless(tree.Find("thread-self/children") is not null, "This kernel does not tell children (CONFIG_PROC_CHILDREN).");
            var child = Assert.IsType<ProcessChild>(tree.Get($"thread-self/children/{id}").GetItem());
            Assert.Equal((id, "sleep", Environment.ProcessId), (child.ProcessId, child.ProcessName, child.ParentProcessId));
        }
        finally
        {
            ExactProcess.Reap(id);
        }
    }
}
