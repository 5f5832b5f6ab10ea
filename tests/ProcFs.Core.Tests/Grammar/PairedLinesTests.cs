namespace ProcFs.Grammar;

public sealed class PairedLinesTests
{
    [Fact]
    public void A_value_has_the_name_above_it()
    {
        Counters counters = Read("Ip: InReceives TTL\nIp: 5 64\nTcp: InSegs\nTcp: 18446744073709551615\n");
        Assert.Equal((5L, 64, -1L), (counters.IpReceived, counters.Ttl, counters.TcpReceived));
        Assert.Empty(counters.Additional);
    }

    [Fact]
    public void Names_may_come_in_another_order_and_prefixes_too()
    {
        Counters counters = Read("Tcp: InSegs\nTcp: 7\n\nIp: TTL InReceives\nIp: 64 5\n");
        Assert.Equal((5L, 64, 7L), (counters.IpReceived, counters.Ttl, counters.TcpReceived));
    }

    [Fact]
    public void What_is_new_is_kept_under_prefix_and_name()
    {
        Counters counters = Read("Ip: InReceives Future\nIp: 5 6\nNew: A\nNew: x\n");
        Assert.Equal([("Ip.Future", "6"), ("New.A", "x")], counters.Additional.Select(field => (field.Key, field.Value)));
        Assert.Equal(UnavailableReason.NotOnThisKernel, counters.Unavailable["TcpReceived"]);
    }

    [Fact]
    public void Values_without_a_name_and_names_without_a_value()
    {
        Counters counters = Read("Tcp: InSegs\nTcp: 7 8 9\nIp: InReceives TTL\nIp: 5\n");
        Assert.Equal((7L, 8L, 5L, null), (counters.TcpReceived, counters.Behind, counters.IpReceived, counters.Ttl));
        Assert.Equal("9", Assert.Single(counters.Additional).Value);
        Assert.Equal(UnavailableReason.NotOnThisKernel, counters.Unavailable["Ttl"]);
    }

    [Fact]
    public void A_line_without_its_other_is_kept_and_costs_no_pair()
    {
        Counters counters = Read("Tcp: 1 2\nodd\nIp: InReceives\nIp: 5\nUdp: A B\n");
        Assert.Equal(5, counters.IpReceived);
        Assert.Equal([("Tcp", "1 2"), ("odd", ""), ("Udp", "A B")], counters.Additional.Select(field => (field.Key, field.Value)));
    }

    [Fact]
    public void An_odd_value_affects_only_its_property()
    {
        Counters counters = Read("Ip: InReceives TTL\nIp: (null) 64\n");
        Assert.Equal((null, 64, UnavailableReason.Malformed), (counters.IpReceived, counters.Ttl, counters.Unavailable["IpReceived"]));
    }

    [Fact]
    public void More_names_than_128_are_each_their_own()
    {
        string names = string.Join(' ', Enumerable.Range(0, 400).Select(i => $"name{i}"));
        Counters counters = Read($"Ip: {names} InReceives\nIp: {string.Join(' ', Enumerable.Range(0, 400))} 5\n");
        Assert.Equal((5L, 400, "399"), (counters.IpReceived, counters.Additional.Count, counters.Additional["Ip.name399"]));
    }

    [Fact]
    public void An_empty_text_sets_nothing() => Assert.Equal(4, Read("").Unavailable.Count);

    [Fact]
    public void Hostile_bytes_are_never_more_than_odd_values()
    {
        foreach (string text in GrammarFile.Hostile())
        {
            Assert.NotNull(Read(text).Unavailable);
            Assert.NotNull(Read($"Tcp: {text.Replace('\n', ' ')}\nTcp: {text}").Additional);
        }
    }

    private static Counters Read(string text)
    {
        var counters = new Counters();
        PairedLines.Read(GrammarFile.Bytes(text), counters, GrammarFile.Source);
        return counters;
    }
}
