using System.Globalization;

namespace ProcFs.Fuzzing;

/// <summary>
/// Mutated files, read by every reader. PROCFS_FUZZ is their number; the seed of a failure is in the message, and its input belongs in the fixtures.
/// </summary>
public sealed class MutationTests
{
    private const int FewInputs = 100_000;
    private const int MostFailures = 20;

    internal static int Inputs =>
        int.TryParse(Environment.GetEnvironmentVariable("PROCFS_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out int inputs) ? inputs : FewInputs;

    [Fact]
    public void No_reader_throws_anything_but_an_error_with_its_path()
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
