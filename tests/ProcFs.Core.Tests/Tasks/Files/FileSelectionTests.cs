using ProcFs.Fixtures;

namespace ProcFs;

public sealed class FileSelectionTests
{
    [Fact]
    public void Folders_that_are_nested_too_deep_are_one_error()
    {
        using var folder = new TemporaryRoot();
        Directory.CreateDirectory(Path.Combine([folder.Directory, .. Enumerable.Repeat("d", 600)]));
        var selection = new FileSelection(new ProcRoot(ProcRoot.DefaultPath), [folder.Directory], isRecursive: true, cancellation: TestContext.Current.CancellationToken);
        ProcException error = Assert.Single(selection.Failures);
        Assert.Contains("nested more than 512 deep", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_walk_ends_when_it_is_cancelled()
    {
        using var folder = new TemporaryRoot();
        folder.Write("a/b", "");
        Assert.Throws<OperationCanceledException>(() =>
            new FileSelection(new ProcRoot(ProcRoot.DefaultPath), [folder.Directory], isRecursive: true, cancellation: new CancellationToken(canceled: true)));
    }
}
