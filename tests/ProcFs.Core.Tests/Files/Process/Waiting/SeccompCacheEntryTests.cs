namespace ProcFs;

public sealed class SeccompCacheEntryTests : IDisposable
{
    private static readonly int[] s_rows = [0, 1, 59, 63];

    private readonly SchedulingFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Entries_name_the_call_if_the_table_is_known()
    {
        var entries = SchedulingFiles.Rows<SeccompCacheEntry>(4242);
        Assert.Equal(64, entries.Count);
        Assert.Equal(["read", "write", "execve", null], s_rows.Select(row => entries[row].Name));
        Assert.Equal([41, 42, 56, 57, 58, 59, 2], entries.Where(entry => !entry.IsAllowed).Select(entry => entry.Number));
        Assert.Equal(("ia32", 3, 4242, "worker"), (entries[^1].Architecture, entries[^1].Number, entries[^1].ProcessId, entries[^1].ProcessName));
        string[] names = [.. SchedulingFiles.RowNames(4242, "seccomp_cache")];
        Assert.Equal(["x86_64-0", "x86_64-1", "x86_64-59", "ia32-3"], s_rows.Select(row => names[row]));
    }

    [Fact]
    public void A_malformed_line_is_reported_and_the_others_still_come()
    {
        (int rows, List<ProcException> errors) = _files.RowsAndErrors("seccomp_cache", "x86_64 0 MAYBE\nx86_64 one ALLOW\n\nx86_64 2 FILTER\n");
        Assert.Equal(1, rows);
        Assert.Equal([1, 2, 3], errors.Select(error => error.LineNumber));
    }
}
