namespace ProcFs;

public sealed class CgroupMembershipTests
{
    [Fact]
    public void A_hybrid_machine_has_hierarchies_of_both_versions()
    {
        CgroupMembership[] groups = NamespaceFixture.Rows<CgroupMembership>();
        Assert.Equal([9, 8, 4, 2, 0], groups.Select(group => group.HierarchyId));
        Assert.Equal([1, 1, 1, 1, 2], groups.Select(group => group.Version));
        Assert.Equal(["/", "/", "/keep/4242", "/", "/keep.slice/a:b\\x2dc"], groups.Select(group => group.Cgroup));
        Assert.All(groups, group => Assert.Equal((NamespaceFixture.ProcessId, "keeper"), (group.ProcessId, group.ProcessName)));
    }

    [Fact]
    public void Version_1_has_controllers_and_names()
    {
        CgroupMembership[] groups = NamespaceFixture.Rows<CgroupMembership>();
        Assert.Empty(groups[0].Controllers!);
        Assert.Equal("systemd", groups[0].HierarchyName);
        Assert.Equal(["cpu", "cpuacct"], groups[3].Controllers!);
        Assert.Null(groups[3].HierarchyName);
        CgroupMembership both = Assert.Single(Read("3:cpu,name=mine:/x\n"));
        Assert.Equal(["cpu"], both.Controllers!);
        Assert.Equal("mine", both.HierarchyName);
    }

    [Fact]
    public void Version_2_has_one_line_without_controllers()
    {
        CgroupMembership group = Assert.Single(Read("0::/user.slice/user-1000.slice\n"));
        Assert.Equal((0, 2, null, "/user.slice/user-1000.slice", false), (group.HierarchyId, group.Version, group.HierarchyName, group.Cgroup, group.IsDeleted));
        Assert.Null(group.Controllers);
    }

    [Fact]
    public void Only_version_2_marks_a_removed_group()
    {
        List<CgroupMembership> groups = Read("1:cpu:/a (deleted)\n0::/a (deleted)\n");
        Assert.Equal([("/a (deleted)", false), ("/a", true)], groups.Select(group => (group.Cgroup, group.IsDeleted)));
    }

    [Fact]
    public void A_group_outside_of_the_namespace_and_bytes_that_are_no_text_survive() =>
        Assert.Equal(["/../..", "/\uDCFF:\x1B[1m b"], Read("1:cpu:/../..\n0::/\xFF:\x1B[1m b\n").Select(group => group.Cgroup));

    [Theory]
    [InlineData("")]
    [InlineData("x::/")]
    [InlineData("1:cpu")]
    [InlineData("1:cpu:")]
    [InlineData("1:cpu:relative")]
    public void A_malformed_line_is_named_and_the_others_come(string line)
    {
        (List<CgroupMembership> groups, List<ProcException> errors) = NamespaceFixture.Read<CgroupMembership>("cgroup", NamespaceFixture.Bytes($"{line}\n0::/\n"));
        Assert.Single(groups);
        Assert.Equal((ProcErrorKind.Malformed, 1), (Assert.Single(errors).Kind, errors[0].LineNumber));
    }

    [Fact]
    public void A_row_is_named_for_its_hierarchy() =>
        Assert.Equal("/keep/4242", Assert.IsType<CgroupMembership>(NamespaceFixture.Item("4242/cgroup/4")).Cgroup);

    private static List<CgroupMembership> Read(string text)
    {
        (List<CgroupMembership> groups, List<ProcException> errors) = NamespaceFixture.Read<CgroupMembership>("cgroup", NamespaceFixture.Bytes(text));
        Assert.Empty(errors);
        return groups;
    }
}
