using ProcFs.Fixtures;

namespace ProcFs;

public sealed class FilterExtensionTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void Each_revision_is_a_line() =>
        Assert.Equal(["conntrack", "conntrack", "udplite", "udp"], NetFiles.Rows<FilterExtension>(modern, "ip_tables_matches").Select(match => match.Name));

    [Fact]
    public void Targets_have_the_same_form() => Assert.Equal(["REJECT", "ERROR"], NetFiles.Rows<FilterExtension>(modern, "ip_tables_targets").Select(target => $"{target}"));
}
