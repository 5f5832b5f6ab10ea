using ProcFs.Tree;

namespace ProcFs;

public sealed class NamespaceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("procfs-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Each_link_is_a_namespace_in_the_order_of_names()
    {
        List<Namespace> namespaces = Read(("net", "net:[4026531840]"), ("mnt", "mnt:[4026531841]"), ("pid_for_children", "pid:[4026532001]"), ("pid", "pid:[4026531836]"));
        Assert.Equal(["mnt", "net", "pid", "pid_for_children"], namespaces.Select(item => item.Name));
        Assert.Equal([NamespaceType.Mnt, NamespaceType.Net, NamespaceType.Pid, NamespaceType.Pid], namespaces.Select(item => item.Type));
        Assert.Equal([4026531841ul, 4026531840, 4026531836, 4026532001], namespaces.Select(item => item.Inode));
        Assert.Equal([false, false, false, true], namespaces.Select(item => item.IsForChildren));
        Assert.Equal("net:[4026531840]", namespaces[1].Target);
        Assert.All(namespaces, item => Assert.Equal((7, "seven"), (item.ProcessId, item.ProcessName)));
    }

    [Theory]
    [InlineData("later:[18446744073709551615]", NamespaceType.Other, ulong.MaxValue)]
    [InlineData("2:[5]", NamespaceType.Other, 5)]
    [InlineData("uts:[]", NamespaceType.Uts, 0)]
    public void What_is_not_known_passes_through(string target, NamespaceType type, ulong inode)
    {
        Namespace item = Assert.Single(Read(("x", target)));
        Assert.Equal((type, inode, target), (item.Type, item.Inode, item.Target));
    }

    [Fact]
    public void A_process_of_this_machine_lives_in_the_namespaces_that_its_links_name()
    {
        Outcome<Namespace>[] outcomes = [.. NamespaceFixture.Outcomes<Namespace>(new ProcRoot(), Environment.ProcessId)];
        Assert.NotEmpty(outcomes);
        Assert.All(outcomes, outcome => Assert.Equal(new FileInfo($"/proc/self/ns/{outcome.Item!.Name}").LinkTarget, outcome.Item.Target));
        Assert.DoesNotContain(outcomes, outcome => outcome.Item!.Type == NamespaceType.Other || outcome.Item.Inode == 0);
    }

    [Fact]
    public void A_row_is_reached_by_its_name_and_has_no_content()
    {
        var tree = new ProcTree(new ProcRoot());
        ProcNode node = tree.Get("self/ns/user");
        Assert.Equal((ProcKind.Row, NamespaceType.User), (node.Kind, Assert.IsType<Namespace>(node.GetItem()).Type));
        Assert.Null(tree.Find("self/ns/none"));
        Assert.Null(tree.Find("self/ns/user/x"));
        Assert.Equal(ProcErrorKind.NotSupported, Assert.Throws<ProcException>(() => ((IReadableNode)node).OpenRead()).Kind);
    }

    [Fact]
    public void Every_link_of_the_folder_has_a_line_in_the_catalog() =>
        Assert.All(Directory.GetFileSystemEntries("/proc/self/ns"), path => Assert.Equal(ProcKind.Row, Catalog.Find($"1/ns/{Path.GetFileName(path)}")?.Kind));

    [Fact]
    public void A_zombie_has_left_its_namespaces_except_pid_and_user()
    {
        int id = ExactProcess.StartZombie();
        try
        {
            Outcome<Namespace>[] outcomes = NamespaceFixture.Outcomes<Namespace>(new ProcRoot(), id);
            Assert.SkipWhen(outcomes is [{ Error.Kind: ProcErrorKind.AccessDenied }], "Only root may look at the namespaces of a zombie.");
            Assert.All(outcomes, outcome => Assert.True(outcome.Item!.Type is NamespaceType.Pid or NamespaceType.User));
        }
        finally
        {
            ExactProcess.Reap(id);
        }
    }

    private List<Namespace> Read(params (string Name, string Target)[] links)
    {
        string process = Path.Combine(_folder, "7");
        string folder = Path.Combine(process, "ns");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(process, "stat"), "7 (seven) S 1 7 7 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 0 0 0 0\n");
        foreach ((string name, string target) in links)
        {
            File.CreateSymbolicLink(Path.Combine(folder, name), target);
        }

        return [.. NamespaceFixture.Outcomes<Namespace>(new ProcRoot(_folder), 7).Select(outcome => outcome.Item ?? throw outcome.Error!)];
    }
}
