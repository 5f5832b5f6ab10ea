using ProcFs.Fixtures;

namespace ProcFs;

public sealed class ExecutionDomainTests(OldKernelRoot old) : IClassFixture<OldKernelRoot>
{
    [Fact]
    public void A_domain_has_personalities_and_a_module() => Assert.Equal(
        [(0, 0, "Linux", "kernel"), (4, 8, "iBCS2", "ibcs2")],
        old.Root.Rows<ExecutionDomain>(TestContext.Current.CancellationToken).Select(row => (row.Item!.First, row.Item.Last, row.Item.Name, row.Item.Module)));

    [Theory]
    [InlineData("0 Linux [kernel]")]
    [InlineData("0-0 Linux")]
    [InlineData("0-x Linux [kernel]")]
    public void Another_line_is_not_a_row(string line) => Assert.Null(ExecutionDomain.Parse(Sources.Latin1(line), Sources.Of("execdomains")));
}
