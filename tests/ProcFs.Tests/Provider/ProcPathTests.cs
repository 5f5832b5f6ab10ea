namespace ProcFs.Provider;

public sealed class ProcPathTests
{
    [Theory]
    [InlineData("/proc/self/", true)]
    [InlineData("self\\", true)]
    [InlineData("/", true)]
    [InlineData("/proc/self", false)]
    [InlineData("", false)]
    public void Knows_a_path_written_as_that_of_a_folder(string path, bool isOne) => Assert.Equal(isOne, ProcPath.EndsWithSeparator(path));

    [Theory]
    [InlineData("/proc/self/fd", "fd")]
    [InlineData("/proc/self/fd/", "fd")]
    [InlineData("self", "self")]
    public void Leaf_is_the_last_part(string path, string expected) => Assert.Equal(expected, ProcPath.Leaf(path));

    [Theory]
    [InlineData("/proc/self/fd", "/proc", "/proc/self")]
    [InlineData("/proc/self", "/proc", "/proc")]
    [InlineData("/proc", "/proc", "")]
    [InlineData("self", "", "")]
    public void Parent_ends_at_the_root(string path, string root, string expected) => Assert.Equal(expected, ProcPath.Parent(path, root));

    [Theory]
    [InlineData("/proc/self/fd", "/proc/self", "fd")]
    [InlineData("/proc/self", "/proc/self", "")]
    [InlineData("/proc/1", "/proc/self/fd", "../../1")]
    [InlineData("/proc/self/fd", "/", "proc/self/fd")]
    public void Relative_is_the_way_from_the_base(string path, string basePath, string expected) =>
        Assert.Equal(expected, ProcPath.Relative(path, basePath));

    [Theory]
    [InlineData("/proc", "self", "/proc/self")]
    [InlineData("/proc/", "self", "/proc/self")]
    [InlineData("/proc", "/self", "/proc/self")]
    [InlineData("", "self", "self")]
    [InlineData("/proc", "", "/proc/")]
    public void Join_puts_one_slash_between(string parent, string child, string expected) =>
        Assert.Equal(expected, ProcPath.Join(parent, child));
}
