namespace ProcFs.Provider;

public sealed class ExpandedFoldersTests
{
    private readonly ExpandedFolders _folders = new();

    [Theory]
    [InlineData("/proc/7", "/proc/7")]
    [InlineData("/proc/7/task", "/proc/7")]
    [InlineData("/proc/7/task/8/comm", "/proc/7/task/8")]
    [InlineData("/proc/77", null)]
    [InlineData("/proc", null)]
    [InlineData("/", null)]
    [InlineData("", null)]
    public void A_path_lies_in_a_folder_that_was_listed(string path, string? folder)
    {
        _folders.Keep(["/proc/7", "/proc/7/task/8"]);
        Assert.Equal(folder, _folders.FolderOf(path));
    }

    [Fact]
    public void What_is_gone_is_excused_twice()
    {
        _folders.Keep(["/proc/7", "/proc/8"]);
        Assert.True(_folders.Excuses("/proc/7"));
        Assert.True(_folders.Excuses("/proc/7"));
        Assert.False(_folders.Excuses("/proc/7"));
        Assert.True(_folders.Excuses("/proc/8"));
        Assert.False(_folders.Excuses("/proc/9"));
    }

    [Fact]
    public void Nothing_is_excused_once_the_engine_is_done()
    {
        _folders.Keep(["/proc/7"]);
        _folders.Clear();
        Assert.Null(_folders.FolderOf("/proc/7"));
        Assert.False(_folders.Excuses("/proc/7"));
    }

    [Fact]
    public void Folders_of_several_levels_are_kept()
    {
        _folders.Keep(["/proc/7"]);
        _folders.Keep(["/proc/7/task/8"]);
        Assert.Equal("/proc/7", _folders.FolderOf("/proc/7/comm"));
        Assert.Equal("/proc/7/task/8", _folders.FolderOf("/proc/7/task/8"));
    }
}
