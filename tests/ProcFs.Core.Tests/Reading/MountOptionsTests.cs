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
    public void Tells_whether_processes_are_hidden_where_the_mount_point_holds_spaces(string options, bool expected)
    {
        using var folder = new SpacedRoot();
        string mountPoint = folder.Root.Path.Replace(" ", @"\040", StringComparison.Ordinal);
        folder.Write("self/mountinfo", $"21 20 0:20 / / rw - ext4 /dev/root rw\n36 21 0:21 / {mountPoint} rw,nosuid - proc proc {options}\n");
        Assert.Equal(expected, MountOptions.HideProcesses(folder.Root));
    }

    [Fact]
    public void Another_mount_does_not_count()
    {
        using var folder = new SpacedRoot();
        folder.Write("self/mountinfo", "36 21 0:21 / /elsewhere rw - proc proc rw,hidepid=2\n");
        Assert.False(MountOptions.HideProcesses(folder.Root));
    }

    private sealed class SpacedRoot : TemporaryRoot
    {
        public SpacedRoot() => System.IO.Directory.CreateDirectory(PathOf(""));

        protected override string RootFolder => "a b";
    }
}
