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
