namespace ProcFs.Tree;

public sealed class TreePathTests
{
    [Theory]
    [InlineData("/proc/", "/proc")]
    [InlineData("/proc//self///fd/", "/proc/self/fd")]
    [InlineData("\\proc\\self", "/proc/self")]
    [InlineData("/proc/self/./fd/../status", "/proc/self/status")]
    [InlineData("/..", "/")]
    [InlineData("../self", "../self")]
    [InlineData("a/../../b", "../b")]
    [InlineData("", "")]
    public void Normalizes_by_letters_alone(string path, string expected) => Assert.Equal(expected, TreePath.Normalize(path));

    [Theory]
    [InlineData("/proc", "/proc", "")]
    [InlineData("/proc", "/proc/", "")]
    [InlineData("/proc", "/proc/self/fd", "self/fd")]
    [InlineData("/proc", "self", "self")]
    [InlineData("/proc", "/process", "process")]
    public void Finds_paths_below_the_root(string root, string path, string expected) =>
        Assert.Equal(expected, TreePath.RelativeTo(root, path));

    [Theory]
    [InlineData("/proc", "/proc", true)]
    [InlineData("/proc", "/proc/self", true)]
    [InlineData("/proc", "/process", false)]
    [InlineData("/", "/proc", true)]
    public void A_folder_contains_itself_and_its_descendants(string root, string path, bool expected) =>
        Assert.Equal(expected, TreePath.IsIn(root, path));
}
