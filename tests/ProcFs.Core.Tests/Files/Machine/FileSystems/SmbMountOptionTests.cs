using ProcFs.Fixtures;
using ProcFs.Grammar;

namespace ProcFs;

public sealed class SmbMountOptionTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void An_option_has_a_type() => Assert.Equal(
        [("user_xattr", "noflag"), ("forceuid", "noflag"), ("vers", "string"), ("rsize", "u32"), ("snapshot", "u64"), ("multichannel", "noflag")],
        modern.Root.Rows<SmbMountOption>(TestContext.Current.CancellationToken).Select(row => (row.Item!.Name, row.Item.ValueType)));

    [Fact]
    public void A_line_without_a_type_is_malformed() => Assert.Null(SmbMountOption.Parse("vers"u8, GrammarFile.Source));
}
