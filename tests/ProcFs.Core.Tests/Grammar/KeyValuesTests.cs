namespace ProcFs.Grammar;

public sealed class KeyValuesTests
{
    [Fact]
    public void More_keys_than_128_are_each_their_own()
    {
        var all = new ManyKeys();
        KeyValues.Read(GrammarFile.Bytes(string.Concat(Enumerable.Range(0, 140).Select(i => $"key{i}: {i}\n"))), all, GrammarFile.Source);
        Assert.Equal((0L, 2L, 128L, 130L, 139L), (all.Key0, all.Key2, all.Key128, all.Key130, all.Key139));
        Assert.Empty(all.Unavailable);
        var one = new ManyKeys();
        KeyValues.Read("key130: 7\n"u8, one, GrammarFile.Source);
        Assert.Equal((null, 7L), (one.Key2, one.Key130));
        Assert.Equal(139, one.Unavailable.Count);
        Assert.DoesNotContain("Key130", one.Unavailable.Keys);
        Assert.Contains("Key2", one.Unavailable.Keys);
    }

    [Theory]
    [InlineData("name:\tx\nsize:\t 5 kB\ncount: 3\n", ':')]
    [InlineData("name x\nsize   5 kB\ncount\t3\n", ' ')]
    [InlineData("name: x\nsize: 5 kB\ncount: 3\n", ' ')]
    [InlineData("name=x\nsize=5 kB\ncount=3", '=')]
    [InlineData("count=3\nsize=5 kB\nrepeated=1\nname=x\n", '=')]
    public void Keys_come_in_any_order_with_any_separator(string text, char separator)
    {
        Cell cell = Read(text, separator);
        Assert.Equal(("x", 5L * 1024, 3), (cell.Name, cell.Size, cell.Count));
        Assert.Empty(cell.Additional);
    }

    [Fact]
    public void A_renamed_key_sets_the_same_property() => Assert.Equal(4, Read("old_count: 4\n").Count);

    [Fact]
    public void What_is_new_is_kept_and_so_is_a_line_without_a_separator()
    {
        Cell cell = Read("name: x\nFuture:  12 kB \nnonsense\n\n");
        Assert.Equal([("Future", "12 kB"), ("nonsense", "")], cell.Additional.Select(field => (field.Key, field.Value)));
        Assert.Equal(UnavailableReason.NotOnThisKernel, cell.Unavailable["Size"]);
    }

    [Fact]
    public void An_odd_value_affects_only_its_property()
    {
        Cell cell = Read("name: x\nsize: 5\ncount: 99999999999\nwords:  a b \n");
        Assert.Equal((null, null, "  a b "), (cell.Size, cell.Count, cell.Words));
        Assert.Equal("Count,Size", cell.Malformed);
    }

    [Fact]
    public void An_empty_text_sets_nothing()
    {
        Cell cell = Read("");
        Assert.False(((IFields)cell).IsWhole);
        Assert.Equal(["Behind", "Count", "Queues", "Size", "Words"], cell.Unavailable.Keys.Order());
    }

    [Fact]
    public void One_key_is_found_at_the_start_of_a_line_only()
    {
        Assert.Equal(7UL, KeyValues.FindNumber("xPid: 1\nPid: 7\n"u8, "Pid"u8));
        Assert.Null(KeyValues.FindNumber("xPid: 1\nPid 7\n"u8, "Pid"u8));
        Assert.Equal(2048, KeyValues.FindSize("Name:\tVmRSS: 9 kB\nVmRSS:\t 2 kB"u8, "VmRSS"u8));
    }

    [Fact]
    public void Hostile_bytes_are_never_more_than_odd_values()
    {
        foreach (string text in GrammarFile.Hostile())
        {
            Assert.NotNull(Read(text).Unavailable);
            Assert.NotNull(Read(text, ' ').Additional);
        }
    }

    private static Cell Read(string text, char separator = ':')
    {
        var cell = new Cell();
        KeyValues.Read(GrammarFile.Bytes(text), cell, GrammarFile.Source, (byte)separator);
        return cell;
    }
}
