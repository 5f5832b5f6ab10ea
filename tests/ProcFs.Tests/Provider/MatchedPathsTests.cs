namespace ProcFs.Provider;

public sealed class MatchedPathsTests
{
    private readonly MatchedPaths _paths = new();

    [Fact]
    public void Denied_paths_are_reported_after_the_last_path()
    {
        Expand("/proc/1/exe", "/proc/2/exe");
        Assert.True(_paths.Take("/proc/1/exe"));
        _paths.Deny();
        Assert.Null(_paths.Settle(expands: false));
        Assert.True(_paths.Take("/proc/2/exe"));
        Assert.StartsWith("1 of 2 paths was left out", _paths.Settle(expands: false), StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_reported_once_if_the_engine_expands_twice_and_processes_come_and_go()
    {
        Expand("/proc/1/fd", "/proc/2/fd");
        Assert.NotNull(Deny("/proc/1/fd", "/proc/2/fd"));
        Expand("/proc/1/fd", "/proc/3/fd", "/proc/4/fd");
        Assert.Null(Deny("/proc/1/fd", "/proc/3/fd", "/proc/4/fd"));
    }

    [Fact]
    public void The_next_wildcard_is_reported_again()
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

    // The message after the engine has expanded further paths below these.
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
