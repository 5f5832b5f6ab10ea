using ProcFs.Fixtures;
using ProcFs.Grammar;

namespace ProcFs;

public sealed class ExportedSymbolTests(OldKernelRoot old) : IClassFixture<OldKernelRoot>
{
    [Fact]
    public void A_symbol_may_be_of_a_module() => Assert.Equal(
        [(0xC0118BC0UL, "printk_R1b7d4074", null), (0xC8805060UL, "ext3_bread_R5a2b1c3d", "ext3")],
        old.Root.Rows<ExportedSymbol>(TestContext.Current.CancellationToken).Select(row => (row.Item!.Address, row.Item.Name, row.Item.Module)));

    [Theory]
    [InlineData("x printk")]
    [InlineData("c0118bc0")]
    public void Other_text_is_malformed(string line) => Assert.Null(ExportedSymbol.Parse(GrammarFile.Bytes(line), GrammarFile.Source));
}
