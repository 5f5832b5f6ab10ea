namespace ProcFs.Grammar;

public sealed class PrefixedPairsTests
{
    [Fact]
    public void A_value_has_the_prefix_of_its_line_and_the_name_before_it()
    {
        Counters counters = Read("Ip: InReceives 5 TTL 64\nTcp: InSegs 7\n");
        Assert.Equal((5L, 64, 7L), (counters.IpReceived, counters.Ttl, counters.TcpReceived));
        Assert.Empty(counters.Additional);
    }

    [Fact]
    public void An_unknown_value_is_kept()
    {
        Counters counters = Read("Tcp: New 5 InSegs\n\nodd\nNew: A x\n");
        Assert.Equal([("Tcp.New", "5"), ("Tcp.InSegs", ""), ("odd", ""), ("New.A", "x")], counters.Additional.Select(field => (field.Key, field.Value)));
        Assert.Equal(UnavailableReason.NotOnThisKernel, counters.Unavailable["TcpReceived"]);
    }

    [Fact]
    public void An_odd_value_affects_only_itself()
    {
        Counters counters = Read("Ip: InReceives x TTL 64\n");
        Assert.Equal((null, 64, UnavailableReason.Malformed), (counters.IpReceived, counters.Ttl, counters.Unavailable["IpReceived"]));
    }

    [Fact]
    public void Hostile_bytes_are_read()
    {
        foreach (string text in GrammarFile.Hostile())
        {
            Assert.NotNull(Read(text).Additional);
        }
    }

    private static Counters Read(string text)
    {
        var counters = new Counters();
        PrefixedPairs.Read(GrammarFile.Bytes(text), counters, GrammarFile.Source);
        return counters;
    }
}
