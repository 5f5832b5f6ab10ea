using ProcFs.Fixtures;

namespace ProcFs;

public sealed class LineDisciplineTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_discipline_has_a_number()
    {
        Assert.Equal([("n_tty", 0), ("slip", 1), ("n_null", 27)], modern.Root.Rows<LineDiscipline>(TestContext.Current.CancellationToken).Select(row => (row.Item!.Name, row.Item.Number)));
        Assert.Null(LineDiscipline.Parse("n_tty"u8, Sources.Of("tty/ldiscs")));
    }
}
