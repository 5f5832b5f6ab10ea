namespace ProcFs.Provider;

public sealed class MatchedPathsTests
{
    private readonly MatchedPaths _paths = new();

    [Fact]
    public void What_is_denied_is_told_of_behind_the_last_path()
    {
        Expand("/proc/1/exe", "/proc/2/exe");
        Assert.True(_paths.Take("/proc/1/exe"));
        _paths.Deny();
        Assert.Null(_paths.Settle(expands: false));
        Assert.True(_paths.Take("/proc/2/exe"));
        Assert.StartsWith("1 of 2 paths was left out", _paths.Settle(expands: false), StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_told_once_where_the_engine_expands_twice_and_processes_have_come_and_gone()
    {
        Expand("/proc/1/fd", "/proc/2/fd");
        Assert.NotNull(Deny("/proc/1/fd", "/proc/2/fd"));
        Expand("/proc/1/fd", "/proc/3/fd", "/proc/4/fd");
        Assert.Null(Deny("/proc/1/fd", "/proc/3/fd", "/proc/4/fd"));
    }

    [Fact]
    public void It_is_told_again_of_the_next_wildcard()
    {
        Expand("/proc/1/fd");
        Assert.NotNull(Deny("/proc/1/fd"));
        _paths.Add("/proc/2/fd/0");
        Assert.True(_paths.Take("/proc/2/fd/0"));
        Assert.Null(_paths.Settle(expands: false));
        Expand("/proc/1/fd");
        Assert.NotNull(Deny("/proc/1/fd"));
    }

    [Fact]
    public void A_path_is_of_the_wildcard_until_it_has_been_gone_through()
    {
        Assert.False(_paths.Contains("/proc/1/exe"));
        Expand("/proc/1/exe");
        Assert.True(_paths.Contains("/proc/1/exe"));
        Assert.True(_paths.Take("/proc/1/exe"));
        Assert.False(_paths.Contains("/proc/1/exe"));
        Assert.False(_paths.Take("/proc/1/exe"));
    }

    private void Expand(params string[] paths)
    {
        _paths.Clear();
        foreach (string path in paths)
        {
            _paths.Add(path);
        }
    }

    // What is told once the engine has looked for further paths below these.
    private string? Deny(params string[] paths)
    {
        string? told = null;
        foreach (string path in paths)
        {
            Assert.True(_paths.Take(path));
            _paths.Deny();
            told = _paths.Settle(expands: true);
        }

        return told;
    }
}
