using ProcFs.Fixtures;

namespace ProcFs;

public sealed class IPv6AddressTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void An_address_has_a_scope_and_flags()
    {
        List<IPv6Address> addresses = NetFiles.Rows<IPv6Address>(modern, "if_inet6");
        Assert.Equal(
            ["::1/128 dev lo", "2001:db8::aaaa/64 dev eth0", "fe80::5eff:fe00:5301/64 dev veth0123456789a"],
            addresses.Select(address => $"{address}"));
        Assert.Equal(
            [IPv6AddressScope.Host, IPv6AddressScope.Global, IPv6AddressScope.Link],
            addresses.Select(address => address.AddressScope!.Value));
        Assert.Equal(
            [IPv6AddressFlags.Permanent, IPv6AddressFlags.Permanent | IPv6AddressFlags.Temporary, IPv6AddressFlags.Tentative | IPv6AddressFlags.Deprecated],
            addresses.Select(address => address.Flags!.Value));
        Assert.Equal(300, addresses[2].InterfaceIndex);
        Assert.All(addresses, address => Assert.Empty(address.Unavailable));
    }

    [Fact]
    public void An_odd_value_affects_only_itself_and_a_line_without_a_device_is_not_a_row()
    {
        (List<IPv6Address> addresses, List<ProcException> errors) = NetFiles.RowsOf<IPv6Address>(
            "if_inet6",
            "00000000000000000000000000000001 x 80 120 80 lo\n00000000000000000000000000000001 01 80 10 80\n");
        IPv6Address address = Assert.Single(addresses);
        Assert.Equal((null, null, 128), (address.InterfaceIndex, address.AddressScope, address.PrefixLength));
        Assert.Equal(2, Assert.Single(errors).LineNumber);
    }

    [Fact]
    public void A_name_has_no_colon_which_a_path_has_behind_a_drive() =>
        Assert.Equal("fe80__5eff_fe00_5301", ((TableEntry)Catalog.Find("net/if_inet6")!).NameOf(NetFiles.Rows<IPv6Address>(modern, "if_inet6")[2]));
}
