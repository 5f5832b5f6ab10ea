using ProcFs.Fixtures;
using ProcFs.Grammar;

namespace ProcFs;

public sealed class NfsExportTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_folder_is_exported_to_a_client()
    {
        NfsExport[] exports = [.. modern.Root.Rows<NfsExport>(TestContext.Current.CancellationToken).Select(row => row.Item!)];
        Assert.Equal([("/srv/a b", "192.168.0.0/24", 5), ("/pub", "*", 2)], exports[..2].Select(export => (export.Target, export.Client, export.Options.Length)));
        Assert.Equal([("/srv/a b", "192.0.2.0/24"), ("/", "*"), ("/srv/old", "*")], exports[2..].Select(export => (export.Target, export.Client)));
        Assert.Single(GrammarFile.Read<NfsExport>("/srv *\n", NfsExport.ReadRows).Errors);
    }
}
