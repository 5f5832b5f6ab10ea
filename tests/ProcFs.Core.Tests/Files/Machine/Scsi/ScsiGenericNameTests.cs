using ProcFs.Fixtures;
using ProcFs.Grammar;

namespace ProcFs;

public sealed class ScsiGenericNameTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_device_has_names_or_was_removed() => Assert.Equal(
        [(0, "ATA", "ST4000 LN 003", "0001"), (1, null, null, null)],
        modern.Root.Rows<ScsiGenericName>(TestContext.Current.CancellationToken).Select(row => (row.Item!.Number, row.Item.Vendor, row.Item.Model, row.Item.Revision)));

    [Fact]
    public void An_empty_line_is_one_error() => Assert.Single(GrammarFile.Read<ScsiGenericName>("\t\t\n", ScsiGenericName.ReadRows).Errors);
}
