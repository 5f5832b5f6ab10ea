using System.Globalization;

namespace ProcFs.Fuzzing;

/// <summary>
/// Changed files, read by every reader there is. PROCFS_FUZZ says how many; the seed of what goes wrong is in the message, and what it finds belongs
/// among the fixtures.
/// </summary>
public sealed class MutationTests
{
    private const int FewInputs = 100_000;
    private const int MostFailures = 20;

    internal static int Inputs =>
        int.TryParse(Environment.GetEnvironmentVariable("PROCFS_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out int inputs) ? inputs : FewInputs;

    [Fact]
    public void No_reader_throws_anything_but_what_says_where_it_went_wrong()
    {
        using var files = new FuzzedFiles();
        Assert.True(files.Count > 30);
        var failures = new Dictionary<string, string>();
        int offset = Inputs == FewInputs ? 0 : Environment.TickCount;
        for (int i = 0; i < Inputs && failures.Count < MostFailures && !TestContext.Current.CancellationToken.IsCancellationRequested; i++)
        {
            if (files.Try(i, unchecked(i + offset)) is { } failure)
            {
                failures.TryAdd(failure[..failure.IndexOf(',', StringComparison.Ordinal)], failure);
            }
        }

        Assert.True(failures.Count == 0, string.Join("\n\n", failures.Values));
    }
}
