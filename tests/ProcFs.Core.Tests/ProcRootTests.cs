using ProcFs.Fixtures;

namespace ProcFs;

public sealed class ProcRootTests(FixtureRoot fixture) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_missing_folder_is_not_found()
    {
        var error = Assert.Throws<ProcException>(() => new ProcRoot("/no/such/folder"));
        Assert.Equal((ProcErrorKind.NotFound, "/no/such/folder", 2), (error.Kind, error.Path, error.ErrorNumber));
        Assert.Contains("/no/such/folder", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_not_a_root()
    {
        var error = Assert.Throws<ProcException>(() => new ProcRoot(fixture.PathOf("stat")));
        Assert.Equal(ProcErrorKind.NotFound, error.Kind);
        Assert.Equal($"{fixture.PathOf("stat")}: it is neither a folder nor an archive with the ending .tar, .tar.gz or .tar.zst.", error.Message);
    }

    [Fact]
    public void An_empty_path_is_refused() => Assert.Throws<ArgumentException>(() => new ProcRoot(""));

    [Fact]
    public void The_mounted_one_is_live()
    {
        var root = new ProcRoot();
        Assert.True(root.IsLive);
        Assert.Equal("/proc", root.Path);
        Assert.Equal("/proc", $"{root}");
    }

    [Fact]
    public void A_capture_is_not_live()
    {
        Assert.False(fixture.Root.IsLive);
        Assert.False(fixture.Root.HidesProcesses);
        Assert.Equal("", fixture.Root.HiddenProcessAdvice);
    }

    [Fact]
    public void A_slash_at_the_end_does_not_count() => Assert.Equal("/proc", new ProcRoot("/proc//").Path);

    [Theory]
    [InlineData("", "/proc")]
    [InlineData("stat", "/proc/stat")]
    [InlineData("1/fd", "/proc/1/fd")]
    public void PathOf_joins(string name, string path) => Assert.Equal(path, new ProcRoot().PathOf(name));

    [Fact]
    public void Ids_of_a_capture_come_in_rising_order() => Assert.Equal([2, 4242, 4300, 4310, 4400], fixture.Root.EnumerateProcessIds());

    [Fact]
    public void Live_ids_hold_this_process() => Assert.Contains(Environment.ProcessId, new ProcRoot().EnumerateProcessIds());

    [Fact]
    public void Names_that_are_no_numbers_are_no_ids()
    {
        using var root = new TemporaryRoot();
        root.Write("12/stat", "").Write("3/stat", "").Write("4x/stat", "").Write("99999999999/stat", "").Write("sys/x", "");
        Assert.Equal([3, 12], root.Root.EnumerateProcessIds());
    }

    [Fact]
    public void The_folder_is_held_even_when_it_is_renamed()
    {
        using var root = new TemporaryRoot();
        root.Write("before/7/stat", "");
        var held = new ProcRoot(root.PathOf("before"));
        Directory.Move(root.PathOf("before"), root.PathOf("after"));
        Assert.Equal([7], held.EnumerateProcessIds());
    }
}
