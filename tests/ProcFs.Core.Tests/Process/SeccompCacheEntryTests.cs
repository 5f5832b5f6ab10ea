namespace ProcFs;

public sealed class SeccompCacheEntryTests : IDisposable
{
    private readonly SchedulingFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Entries_name_the_call_where_the_table_is_known()
    {
        var entries = SchedulingFiles.Rows<SeccompCacheEntry>(4242, "seccomp_cache");
        Assert.Equal(["read", "write", "execve", null], entries.Select(entry => entry.Name));
        Assert.Equal([true, true, false, true], entries.Select(entry => entry.IsAllowed));
        Assert.Equal(("ia32", 3, 4242, "worker"), (entries[3].Architecture, entries[3].Number, entries[3].ProcessId, entries[3].ProcessName));
        Assert.Equal(["x86_64-0", "x86_64-1", "x86_64-59", "ia32-3"], SchedulingFiles.RowNames(4242, "seccomp_cache"));
    }

    [Fact]
    public void A_malformed_line_is_reported_and_the_others_still_come()
    {
        (int rows, List<ProcException> errors) = _files.RowsAndErrors("seccomp_cache", "x86_64 0 MAYBE\nx86_64 one ALLOW\n\nx86_64 2 FILTER\n");
        Assert.Equal(1, rows);
        Assert.Equal([1, 2, 3], errors.Select(error => error.LineNumber));
    }
}
