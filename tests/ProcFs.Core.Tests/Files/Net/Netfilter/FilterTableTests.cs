using ProcFs.Fixtures;

namespace ProcFs;

public sealed class FilterTableTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void Each_line_is_a_table() => Assert.Equal(["nat", "filter"], NetFiles.Rows<FilterTable>(modern, "ip_tables_names").Select(table => table.Name));

    [Fact]
    public void An_empty_line_is_not_a_row() => Assert.Equal(2, Assert.Single(NetFiles.RowsOf<FilterTable>("ip_tables_names", "raw\n\n").Errors).LineNumber);
}
