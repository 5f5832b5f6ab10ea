using ProcFs.Fixtures;

namespace ProcFs;

public sealed class VirtualServerApplicationTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    private const string Header = "prot port    usecnt name\n";

    [Fact]
    public void A_helper_has_a_line_for_each_port()
    {
        List<VirtualServerApplication> helpers = NetFiles.Rows<VirtualServerApplication>(modern, "ip_vs_app");
        Assert.Equal(["ftp TCP 21", "ftp TCP 2121"], helpers.Select(helper => $"{helper}"));
        Assert.Equal([2, 0], helpers.Select(helper => helper.UserCount));
    }

    [Fact]
    public void A_table_without_helpers_is_empty() => Assert.Empty(NetFiles.RowsOf<VirtualServerApplication>("ip_vs_app", Header).Rows);

    [Fact]
    public void An_odd_value_affects_only_its_property()
    {
        VirtualServerApplication helper = Assert.Single(
            NetFiles.RowsOf<VirtualServerApplication>("ip_vs_app", Header + "IP_99  http  1      echo             \n").Rows);
        Assert.Equal(("IP_99", null, 1, "echo"), (helper.Protocol, helper.Port, helper.UserCount, helper.Name));
        Assert.Equal(["Port"], helper.Unavailable.Keys);
    }
}
