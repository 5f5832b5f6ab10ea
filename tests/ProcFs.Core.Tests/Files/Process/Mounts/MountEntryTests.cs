using ProcFs.Tree;

namespace ProcFs;

public sealed class MountEntryTests
{
    [Fact]
    public void Each_line_is_a_mount_in_the_form_of_fstab()
    {
        MountEntry[] mounts = NamespaceFixture.Rows<MountEntry>();
        Assert.Equal([1, 2, 3], mounts.Select(mount => mount.Number));
        Assert.Equal(("proc", "/proc", "proc", 0, 0), (mounts[0].Source, mounts[0].Target, mounts[0].Type, mounts[0].DumpFrequency, mounts[0].PassNumber));
        Assert.Equal(("so ur\\ce#x", "/srv/m/a b\tc\nd\\e#f"), (mounts[1].Source, mounts[1].Target));
        Assert.Equal(["rw", "relatime", "size=4k"], mounts[1].Options);
    }

    [Fact]
    public void An_empty_source_shifts_no_field()
    {
        MountEntry mount = NamespaceFixture.Rows<MountEntry>()[2];
        Assert.Equal(("", "/srv/m/empty", "tmpfs"), (mount.Source, mount.Target, mount.Type));
    }

    [Fact]
    public void A_space_inside_the_options_belongs_to_them()
    {
        (List<MountEntry> mounts, _) = NamespaceFixture.Read<MountEntry>("mounts", NamespaceFixture.Bytes("s /t odd rw,x=a b 1 2\n"));
        Assert.Equal(["rw", "x=a b"], mounts[0].Options);
        Assert.Equal((1, 2), (mounts[0].DumpFrequency, mounts[0].PassNumber));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a /b tmpfs rw 0")]
    [InlineData("a /b tmpfs 0 0")]
    [InlineData("a /b tmpfs rw 0 x")]
    public void A_malformed_line_is_named_and_the_others_come(string line)
    {
        const string Good = "a /b tmpfs rw 0 0\n";
        (List<MountEntry> mounts, List<ProcException> errors) = NamespaceFixture.Read<MountEntry>("mounts", NamespaceFixture.Bytes($"{Good}{line}\n{Good}"));
        Assert.Equal([1, 3], mounts.Select(mount => mount.Number));
        Assert.Equal(2, Assert.Single(errors).LineNumber);
    }

    [Fact]
    public void The_link_at_the_root_is_the_table_of_the_reader()
    {
        var tree = new ProcTree(new ProcRoot());
        ProcNode node = tree.Get("mounts");
        Assert.Equal((ProcKind.Table, true, "self/mounts"), (node.Kind, node.IsLink, node.ToEntry().Value));
        var first = Assert.IsType<MountEntry>(tree.Get("mounts/1").GetItem());
        Assert.Equal((Environment.ProcessId, 1), (first.ProcessId, first.Number));
        Assert.Null(tree.Find("mounts/0"));
    }

    [Fact]
    public void Mounts_and_mountinfo_agree_on_this_machine()
    {
        Mount[] mounts = Rows<Mount>();
        Assert.NotEmpty(mounts);
        Assert.Equal(mounts.Select(mount => (mount.Source, mount.Target, mount.Type)), Rows<MountEntry>().Select(entry => (entry.Source, entry.Target, entry.Type)));
        Assert.Equal(mounts.Select(mount => (mount.Target, mount.Type)), Rows<MountStatistics>().Select(entry => (entry.Target, entry.Type)));
    }

    private static T[] Rows<T>()
        where T : class, IRow<T> =>
        [.. NamespaceFixture.Outcomes<T>(new ProcRoot(), Environment.ProcessId).Select(outcome => outcome.Item ?? throw outcome.Error!)];
}
