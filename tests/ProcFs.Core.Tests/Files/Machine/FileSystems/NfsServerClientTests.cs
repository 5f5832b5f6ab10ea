using ProcFs.Fixtures;

namespace ProcFs;

public sealed class NfsServerClientTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_client_has_an_address_and_a_state()
    {
        var client = NfsServerClient.Parse(File.ReadAllBytes(modern.Root.PathOf("fs/nfsd/clients/7/info")), Sources.Of("fs/nfsd/clients/7/info"));
        Assert.Equal((0x1D5A3C0265F0A1B2UL, "192.0.2.7:865", "confirmed", 12.0, "Linux NFSv4.2 client.example", 2),
            (client.ClientId, client.Address, client.Status, client.SinceRenewal!.Value.TotalSeconds, client.Name, client.MinorVersion));
        Assert.Equal(("kernel.org", "Linux 6.18.0 #1 SMP x86_64", "[0, 0]", "UP", "192.0.2.7:0"),
            (client.ImplementationDomain, client.Implementation, client.ImplementationTime, client.CallbackState, client.CallbackAddress));
        Assert.Empty(client.Additional);
    }

    [Fact]
    public void An_odd_value_affects_only_itself()
    {
        var client = NfsServerClient.Parse("clientid: x\naddress: \"[2001:db8::7]:865\"\n"u8, Sources.Of("info"));
        Assert.Equal(("[2001:db8::7]:865", UnavailableReason.Malformed, 1), (client.Address, client.Unavailable["ClientId"], client.Unavailable.Count));
    }
}
