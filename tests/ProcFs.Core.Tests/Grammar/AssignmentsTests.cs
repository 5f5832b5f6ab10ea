namespace ProcFs.Grammar;

public sealed class AssignmentsTests
{
    [Fact]
    public void A_value_has_the_prefix_of_its_line_and_the_name_before_its_equals_sign()
    {
        Counters counters = Read("a heading\nIp   : InReceives=5 TTL=64\nTcp: InSegs=7\n");
        Assert.Equal((5L, 64, 7L), (counters.IpReceived, counters.Ttl, counters.TcpReceived));
        Assert.Empty(counters.Additional);
    }

    [Fact]
    public void An_unknown_value_and_a_word_without_a_name_are_kept()
    {
        Counters counters = Read("Tcp: New=5 InSegs=x\nList : 1,2\n");
        Assert.Equal([("Tcp.New", "5"), ("List", "1,2")], counters.Additional.Select(field => (field.Key, field.Value)));
        Assert.Equal(UnavailableReason.Malformed, counters.Unavailable["TcpReceived"]);
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
        Assignments.Read(GrammarFile.Bytes(text), counters, GrammarFile.Source);
        return counters;
    }
}
