namespace ProcFs.Grammar;

public sealed class CounterLinesTests
{
    [Fact]
    public void Each_number_is_counted_and_the_known_ones_are_properties()
    {
        (Counters counters, Dictionary<string, ulong> all) = Read("Ip.TTL   \t64\n\nIp.InReceives 5\nNew 18446744073709551615\n");
        Assert.Equal((64, 5L), (counters.Ttl, counters.IpReceived));
        Assert.Equal([("Ip.TTL", 64UL), ("Ip.InReceives", 5UL), ("New", ulong.MaxValue)], all.Select(counter => (counter.Key, counter.Value)));
        Assert.Empty(counters.Additional);
    }

    [Fact]
    public void A_value_that_is_not_a_number_is_malformed_or_kept()
    {
        (Counters counters, Dictionary<string, ulong> all) = Read("Ip.TTL x\nNew -1\nOdd\n");
        Assert.Empty(all);
        Assert.Equal(UnavailableReason.Malformed, counters.Unavailable["Ttl"]);
        Assert.Equal([("New", "-1"), ("Odd", "")], counters.Additional.Select(field => (field.Key, field.Value)));
    }

    [Fact]
    public void Pairs_of_lines_are_counted_too()
    {
        var counters = new Counters();
        var all = new Dictionary<string, ulong>();
        PairedLines.Read("Ip: TTL New\nIp: 64 7 8\n"u8, counters, GrammarFile.Source, all);
        Assert.Equal(64, counters.Ttl);
        Assert.Equal([("Ip.TTL", 64UL), ("Ip.New", 7UL), ("Ip.+1", 8UL)], all.Select(counter => (counter.Key, counter.Value)));
    }

    private static (Counters Fields, Dictionary<string, ulong> All) Read(string text)
    {
        var counters = new Counters();
        var all = new Dictionary<string, ulong>();
        CounterLines.Read(GrammarFile.Bytes(text), counters, all, GrammarFile.Source);
        return (counters, all);
    }
}
