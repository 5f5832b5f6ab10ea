using ProcFs.Fixtures;

namespace ProcFs;

public sealed class MountOptionsTests
{
    [Theory]
    [InlineData("rw,hidepid=2", true)]
    [InlineData("rw,hidepid=invisible", true)]
    [InlineData("rw,hidepid=ptraceable", true)]
    [InlineData("rw,hidepid=1", false)]
    [InlineData("rw", false)]
    public void Detects_hidden_processes_if_the_mount_point_contains_spaces(string options, bool expected)
    {
        using var folder = new SpacedRoot();
        folder.Write("self/mountinfo", $"21 20 0:20 / / rw - ext4 /dev/root rw\n{LineOf(folder, options)}");
        Assert.Equal(expected, folder.Root.MountOptions.HideProcessesFrom(Callers.User));
    }

    [Theory]
    [InlineData("rw,gid=27,hidepid=invisible", false)]
    [InlineData("rw,gid=28,hidepid=invisible", true)]
    [InlineData("rw,gid=27,hidepid=ptraceable", true)]
    [InlineData("rw,gid=27,hidepid=noaccess", false)]
    public void The_group_of_the_mount_sees_files_that_need_no_ptrace(string options, bool expected)
    {
        using var folder = new SpacedRoot();
        folder.Write("self/mountinfo", LineOf(folder, options));
        Assert.Equal(expected, folder.Root.MountOptions.HideProcessesFrom(Callers.User));
    }

    // Without gid=, the group of a mount is 0, of which root is a member: it sees the processes even without the capability.
    [Theory]
    [InlineData("hidepid=2", false, false)]
    [InlineData("hidepid=4", true, true)]
    [InlineData("hidepid=2,gid=27", true, true)]
    public void Root_needs_the_capability(string options, bool isHiddenFromRootWithout, bool isHiddenFromRootOfNamespace)
    {
        using var folder = new SpacedRoot();
        folder.Write("self/mountinfo", LineOf(folder, options));
        Assert.False(folder.Root.MountOptions.HideProcessesFrom(Callers.Root));
        Assert.Equal(isHiddenFromRootWithout, folder.Root.MountOptions.HideProcessesFrom(Callers.RootWithout));
        Assert.Equal(isHiddenFromRootOfNamespace, folder.Root.MountOptions.HideProcessesFrom(Callers.RootOfNamespace));
    }

    [Fact]
    public void The_advice_names_the_group_for_a_user()
    {
        using var folder = new SpacedRoot();
        folder.Write("self/mountinfo", LineOf(folder, "rw,gid=28,hidepid=2"));
        Assert.Equal("Run as root, or in the group 28, to see them.", folder.Root.MountOptions.AdviceFor(Callers.User));
        Assert.Equal("It needs CAP_SYS_PTRACE, which this process lacks although it is root.", folder.Root.MountOptions.AdviceFor(Callers.RootWithout));
    }

    [Fact]
    public void What_was_mounted_last_counts()
    {
        using var folder = new SpacedRoot();
        folder.Write("self/mountinfo", LineOf(folder, "rw,hidepid=2") + LineOf(folder, "rw,subset=pid"));
        Assert.False(folder.Root.MountOptions.HideProcessesFrom(Callers.User));
        Assert.True(folder.Root.MountOptions.HasProcessesAlone);
    }

    [Fact]
    public void Another_mount_does_not_count()
    {
        using var folder = new SpacedRoot();
        folder.Write("self/mountinfo", "36 21 0:21 / /elsewhere rw - proc proc rw,hidepid=2\n");
        Assert.False(folder.Root.MountOptions.HideProcessesFrom(Callers.User));
    }

    private static string LineOf(SpacedRoot folder, string options) =>
        $"36 21 0:21 / {folder.Root.Path.Replace(" ", @"\040", StringComparison.Ordinal)} rw,nosuid shared:1 - proc proc {options}\n";

    private sealed class SpacedRoot : TemporaryRoot
    {
        public SpacedRoot() => System.IO.Directory.CreateDirectory(PathOf(""));

        protected override string RootFolder => "a b";
    }
}
