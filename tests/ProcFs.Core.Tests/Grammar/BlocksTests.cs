using ProcFs.Text;

namespace ProcFs.Grammar;

public sealed class BlocksTests
{
    [Fact]
    public void Empty_lines_lie_between_blocks()
    {
        (List<Cell> rows, List<ProcException> errors) = Cells("\nname: a\ncount: 1\n\n\n\nname: b\nfuture: 7");
        Assert.Equal([("a", 1), ("b", (int?)null)], rows.Select(row => (row.Name, row.Count)));
        Assert.Equal("7", rows[1].Additional["future"]);
        Assert.Empty(errors);
    }

    [Fact]
    public void A_block_without_its_key_is_one_error_with_its_first_line()
    {
        (List<Cell> rows, List<ProcException> errors) = Cells("name: a\n\ncount: 1\nsize: 2 kB\n\nname: c\ncount: ?\n");
        Assert.Equal([("a", ""), ("c", "Count")], rows.Select(row => (row.Name, row.Malformed)));
        Assert.Equal((3, "count: 1"), (Assert.Single(errors).LineNumber, errors[0].Line));
    }

    [Fact]
    public void Blocks_may_begin_with_a_line_of_their_own_form()
    {
        (List<Cell> rows, List<ProcException> errors) = GrammarFile.Read<Cell>(
            "count: 3\nname: a\n\ncount: 1\nname: b\n",
            (source, emit) => Blocks.ReadKeyValues(source, _ => new Cell(), "a name", emit, line => line.StartsWith("name"u8)));
        Assert.Equal([("a", 1), ("b", (int?)null)], rows.Select(row => (row.Name, row.Count)));
        Assert.Equal(1, Assert.Single(errors).LineNumber);
    }

    [Fact]
    public void A_block_has_its_lines_and_the_number_of_the_first()
    {
        (List<string> rows, _) = GrammarFile.Read<string>(
            "a\nb\n\n\nc\n",
            (source, emit) => Blocks.Read(source, (block, firstLine) => emit($"{firstLine}:{LosslessText.Decode(block)}")));
        Assert.Equal(["1:a\nb\n", "5:c\n"], rows);
    }

    [Fact]
    public void A_file_without_blocks_is_recognized()
    {
        bool? any = null;
        GrammarFile.Read<string>("\n\n", (source, _) => any = Blocks.Read(source, (_, _) => true));
        Assert.False(any);
        GrammarFile.Read<string>("a", (source, _) => any = Blocks.Read(source, (_, _) => true));
        Assert.True(any);
    }

    [Fact]
    public void Reading_stops_when_no_other_block_is_wanted() => Assert.Single(Cells("name: a\n\nname: b\n", 1).Rows);

    [Fact]
    public void Many_blocks_of_many_keys_are_each_their_own()
    {
        string text = string.Concat(Enumerable.Range(0, 50).Select(block => string.Concat(Enumerable.Range(0, 140).Select(key => $"key{key}: {block + key}\n")) + "\n"));
        List<ManyKeys> rows = GrammarFile.Read<ManyKeys>(text, (source, emit) => Blocks.ReadKeyValues(source, _ => new ManyKeys(), "keys", emit)).Rows;
        Assert.Equal(50, rows.Count);
        Assert.Equal((49L, 51L, 188L), (rows[49].Key0, rows[49].Key2, rows[49].Key139));
    }

    [Fact]
    public void Hostile_bytes_are_reported_or_read()
    {
        foreach (string text in GrammarFile.Hostile())
        {
            Assert.All(Cells(text).Errors, error => Assert.Equal(ProcErrorKind.Malformed, error.Kind));
        }
    }

    private static (List<Cell> Rows, List<ProcException> Errors) Cells(string text, int most = int.MaxValue) =>
        GrammarFile.Read<Cell>(text, (source, emit) => Blocks.ReadKeyValues(source, _ => new Cell(), "a name", emit), most);
}
