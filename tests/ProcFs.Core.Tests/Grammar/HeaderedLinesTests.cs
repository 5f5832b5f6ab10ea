namespace ProcFs.Grammar;

public sealed class HeaderedLinesTests
{
    [Fact]
    public void Columns_are_taken_by_their_names()
    {
        Cell row = Assert.Single(Read(" count tx rx   name\n 3 0:1 eth0\n").Rows);
        Assert.Equal((3, "0:1", "eth0"), (row.Count, row.Queues, row.Name));
        row = Assert.Single(Read("name count\neth0 3\n").Rows);
        Assert.Equal((3, null, "eth0"), (row.Count, row.Queues, row.Name));
        Assert.Equal(UnavailableReason.NotOnThisKernel, row.Unavailable["Queues"]);
    }

    [Fact]
    public void Empty_lines_are_passed_over()
    {
        (List<Cell> rows, List<ProcException> errors) = Read("\nname count\n\neth0 3\n\neth1 4\n");
        Assert.Equal(["eth0", "eth1"], rows.Select(row => row.Name));
        Assert.Empty(errors);
    }

    [Fact]
    public void A_new_column_arrives_by_its_name()
    {
        Cell row = Assert.Single(Read("name future count\neth0 12 3\n").Rows);
        Assert.Equal(("eth0", 3, "12"), (row.Name, row.Count, row.Additional["future"]));
    }

    [Fact]
    public void More_columns_than_128_are_each_their_own()
    {
        string names = string.Join(' ', Enumerable.Range(0, 140).Select(i => $"key{i}"));
        string values = string.Join(' ', Enumerable.Range(0, 140));
        ManyKeys row = Assert.Single(GrammarFile.Read<ManyKeys>($"{names}\n{values}\n", (source, emit) => HeaderedLines.Read(source, _ => new ManyKeys(), emit)).Rows);
        Assert.Equal((0L, 2L, 130L, 139L), (row.Key0, row.Key2, row.Key130, row.Key139));
        Assert.Empty(row.Unavailable);
    }

    [Fact]
    public void Words_behind_the_last_column_are_named_by_their_place()
    {
        Cell row = Assert.Single(Read("name\neth0 5 6 7\n").Rows);
        Assert.Equal(5, row.Behind);
        Assert.Equal([("+2", "6"), ("+3", "7")], row.Additional.Select(field => (field.Key, field.Value)));
    }

    [Fact]
    public void A_text_in_the_last_column_may_have_spaces()
    {
        Cell row = Assert.Single(Read("name words\neth0 a b  c\n").Rows);
        Assert.Equal(" a b  c", row.Words);
        Assert.Empty(row.Additional);
    }

    [Fact]
    public void A_row_that_ends_early_has_nulls_for_the_rest()
    {
        Cell row = Assert.Single(Read("name count size\neth0\n").Rows);
        Assert.Equal(("eth0", null), (row.Name, row.Count));
    }

    [Fact]
    public void An_odd_value_affects_only_its_property_a_row_without_its_key_is_one_error_and_an_empty_line_is_skipped()
    {
        (List<Cell> rows, List<ProcException> errors) = Read("count name\n? eth0\n7\n\n8 eth1\n");
        Assert.Equal([("eth0", null, "Count"), ("eth1", 8, "")], rows.Select(row => (row.Name, row.Count, row.Malformed)));
        Assert.Equal([(3, "7")], errors.Select(error => (error.LineNumber, error.Line)));
    }

    [Theory]
    [InlineData("eth0 5\neth1 6\n")]
    [InlineData("+ -\n")]
    public void A_file_without_the_names_of_columns_cannot_be_read(string text) =>
        Assert.Equal(1, Assert.Throws<ProcException>(() => Read(text)).LineNumber);

    [Fact]
    public void Reading_stops_when_no_other_row_is_wanted() => Assert.Single(Read("name\na\nb\n", 1).Rows);

    [Fact]
    public void A_file_without_rows_has_none()
    {
        Assert.Empty(Read("").Rows);
        Assert.Empty(Read("name count\n").Rows);
    }

    [Fact]
    public void Hostile_bytes_are_reported_or_read()
    {
        foreach (string text in GrammarFile.Hostile())
        {
            Assert.All(Read($"name count tx rx\n{text}").Errors, error => Assert.Equal(ProcErrorKind.Malformed, error.Kind));
        }
    }

    private static (List<Cell> Rows, List<ProcException> Errors) Read(string text, int most = int.MaxValue) =>
        GrammarFile.Read<Cell>(text, (source, emit) => HeaderedLines.Read(source, _ => new Cell(), emit), most);
}
