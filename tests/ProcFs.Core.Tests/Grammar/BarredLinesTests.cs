namespace ProcFs.Grammar;

public sealed class BarredLinesTests
{
    private const string Header = "Inter-|  Ip\n face |InReceives TTL\n";

    [Fact]
    public void A_value_has_the_names_of_both_lines_above_it()
    {
        Counters row = Assert.Single(Read(Header + " eth0:5  64\n").Rows);
        Assert.Equal((5L, 64, null), (row.IpReceived, row.Ttl, row.TcpReceived));
    }

    [Fact]
    public void A_group_may_have_several_words_and_values_may_lack_a_name()
    {
        Counters row = Assert.Single(Read(" a | Ip | Two words | Tcp\n b | TTL | A B | InSegs\n\nx:1: 64 1 2 7 8\n").Rows);
        Assert.Equal((64, 7L), (row.Ttl, row.TcpReceived));
        Assert.Equal([("Two words.A", "1"), ("Two words.B", "2"), ("+1", "8")], row.Additional.Select(field => (field.Key, field.Value)));
    }

    [Fact]
    public void A_row_without_a_name_or_values_is_one_error()
    {
        (List<Counters> rows, List<ProcException> errors) = Read(Header + "eth0: 1\n: 2\neth1\neth2:\neth3: x\n");
        Assert.Equal([1L, null], rows.Select(row => row.IpReceived));
        Assert.Equal([4, 5, 6], errors.Select(error => error.LineNumber));
    }

    [Theory]
    [InlineData("eth0: 1\n")]
    [InlineData("Inter-| Ip\n eth0: 1\n")]
    public void A_file_without_the_names_is_malformed(string text) => Assert.Throws<ProcException>(() => Read(text));

    [Fact]
    public void Reading_stops_when_no_other_row_is_wanted() => Assert.Single(Read(Header + "a: 1\nb: 2\n", 1).Rows);

    [Fact]
    public void Hostile_bytes_are_reported_or_read()
    {
        foreach (string text in GrammarFile.Hostile())
        {
            Assert.All(Read(Header + text).Errors, error => Assert.Equal(ProcErrorKind.Malformed, error.Kind));
        }
    }

    private static (List<Counters> Rows, List<ProcException> Errors) Read(string text, int most = int.MaxValue) =>
        GrammarFile.Read<Counters>(text, (source, emit) => BarredLines.Read(source, (_, _) => new Counters(), emit), most);
}
