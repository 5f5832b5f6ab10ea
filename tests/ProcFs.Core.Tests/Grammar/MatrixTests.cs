using ProcFs.Text;

namespace ProcFs.Grammar;

public sealed class MatrixTests
{
    private const string Header = "           CPU0       CPU2       \n";

    [Fact]
    public void A_row_has_a_number_for_each_cpu_and_a_text()
    {
        (List<string> rows, List<ProcException> errors) = Read($"{Header} 24:          1          0  IO-APIC   5-edge\nNMI: 3 4\n");
        Assert.Equal(["24|0=1,2=0|IO-APIC   5-edge", "NMI|0=3,2=4|"], rows);
        Assert.Empty(errors);
    }

    [Fact]
    public void A_row_with_fewer_numbers_does_not_count_by_cpu() => Assert.Equal(["ERR||"], Read($"{Header}ERR:          7\n").Rows);

    [Fact]
    public void A_key_may_have_colons_in_the_text_behind_it() => Assert.Equal(["27|0=1,2=2|PCI:0000:01"], Read($"{Header}27: 1 2 PCI:0000:01\n").Rows);

    [Fact]
    public void A_number_that_cannot_be_read_is_missing_and_the_others_are_there()
    {
        (List<string> rows, List<ProcException> errors) = Read($"{Header}1: ? 4  chip\n2: 5 99999999999999999999 chip\n3: 18446744073709551615 1\n");
        Assert.Equal(["1|2=4|chip", "2|0=5|chip", "3|0=-1,2=1|"], rows);
        Assert.Empty(errors);
    }

    [Fact]
    public void A_row_of_another_form_is_reported_and_the_others_come()
    {
        (List<string> rows, List<ProcException> errors) = Read($"{Header}odd\n: 1 2\n5:\n6: x y\n\n7: 1 2\n");
        Assert.Equal(["7|0=1,2=2|"], rows);
        Assert.Equal([2, 3, 4, 5], errors.Select(error => error.LineNumber));
    }

    [Theory]
    [InlineData("1: 2 3\n")]
    [InlineData("CPU0 GPU1\n")]
    [InlineData("CPU0 CPU\n")]
    [InlineData("   \n")]
    public void A_file_without_columns_cannot_be_read(string text) => Assert.Equal(1, Assert.Throws<ProcException>(() => Read(text)).LineNumber);

    [Fact]
    public void An_empty_file_has_no_rows() => Assert.Empty(Read("").Rows);

    [Fact]
    public void Hundreds_of_cpus_are_each_their_own()
    {
        string header = string.Join(' ', Enumerable.Range(0, 300).Select(i => $"CPU{i}"));
        string row = Assert.Single(Read($"{header}\nLOC: {string.Join(' ', Enumerable.Range(0, 300))} timer\n").Rows);
        Assert.EndsWith(",299=299|timer", row, StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_stops_when_no_other_row_is_wanted() => Assert.Single(Read($"{Header}1: 1 2\n2: 1 2\n", 1).Rows);

    [Fact]
    public void Hostile_bytes_are_reported_or_read()
    {
        foreach (string text in GrammarFile.Hostile())
        {
            Assert.All(Read(Header + text).Errors, error => Assert.Equal(ProcErrorKind.Malformed, error.Kind));
        }
    }

    private static (List<string> Rows, List<ProcException> Errors) Read(string text, int most = int.MaxValue) =>
        GrammarFile.Read<string>(text, (source, emit) => Matrix.Read(source, Parse, emit), most);

    private static string Parse(ReadOnlySpan<byte> key, ReadOnlySpan<long?> counts, ReadOnlySpan<byte> rest, ReadOnlySpan<int> columns, ProcSource source)
    {
        string byColumn = string.Join(',', Matrix.ByColumn(counts, columns).OrderBy(count => count.Key).Select(count => $"{count.Key}={count.Value}"));
        return $"{LosslessText.Decode(key)}|{byColumn}|{LosslessText.Decode(rest)}";
    }
}
