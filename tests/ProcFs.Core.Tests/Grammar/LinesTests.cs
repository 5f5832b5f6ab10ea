using ProcFs.Text;

namespace ProcFs.Grammar;

public sealed class LinesTests
{
    [Fact]
    public void A_line_that_is_not_of_the_form_is_reported_and_the_others_come()
    {
        (List<string> rows, List<ProcException> errors) = Read("=a\nodd\n\n=b", 9);
        Assert.Equal(["a", "b"], rows);
        Assert.Equal([(2, "odd"), (3, "")], errors.Select(error => (error.LineNumber, error.Line)));
        Assert.All(errors, error => Assert.Equal(ProcErrorKind.Malformed, error.Kind));
    }

    [Fact]
    public void Reading_stops_when_no_other_row_is_wanted() => Assert.Equal(["a"], Read("=a\n=b\n", 1).Rows);

    [Fact]
    public void An_empty_file_has_no_rows() => Assert.Empty(Read("", 9).Rows);

    [Fact]
    public void A_header_is_passed_over_in_the_first_line_only()
    {
        (List<string> rows, List<ProcException> errors) = GrammarFile.Read<string>(
            "Head of all\n=a\nHead of all\n",
            (source, emit) => Lines.ReadBelow(source, "Head "u8, Parse, "=", emit));
        Assert.Equal(["a"], rows);
        Assert.Equal(3, Assert.Single(errors).LineNumber);
        Assert.Equal(["b"], GrammarFile.Read<string>("=b\n", (source, emit) => Lines.ReadBelow(source, "Head "u8, Parse, "=", emit)).Rows);
    }

    [Fact]
    public void Fields_are_numbered_and_additional_ones_are_kept_by_number()
    {
        var fields = new NumberedFields();
        Assert.True(Lines.ReadFields(" 5\tq  x 7"u8, fields, GrammarFile.Source, fewest: 2));
        Assert.Equal((5, "q"), (fields.Count, fields.Text));
        Assert.Equal([("3", "x"), ("4", "7")], fields.Additional.Select(field => (field.Key, field.Value)));
    }

    [Fact]
    public void A_field_is_missing_or_odd_without_a_loss_of_the_others()
    {
        var few = new NumberedFields();
        Assert.False(Lines.ReadFields("5"u8, few, GrammarFile.Source, fewest: 2));
        Assert.Equal((5, UnavailableReason.NotOnThisKernel), (few.Count, few.Unavailable["Text"]));
        var odd = new NumberedFields();
        Assert.True(Lines.ReadFields("(null) q"u8, odd, GrammarFile.Source, fewest: 2));
        Assert.Equal((null, "q", UnavailableReason.Malformed), (odd.Count, odd.Text, odd.Unavailable["Count"]));
    }

    private static (List<string> Rows, List<ProcException> Errors) Read(string text, int most) =>
        GrammarFile.Read<string>(text, (source, emit) => Lines.Read(source, Parse, "=", emit), most);

    private static string? Parse(ReadOnlySpan<byte> line, int lineNumber, ProcSource source) => line is [(byte)'=', .. var rest] ? LosslessText.Decode(rest) : null;

    [Fact]
    public void Headings_stand_between_rows()
    {
        string heading = "";
        (List<string> rows, List<ProcException> errors) = GrammarFile.Read<string>("a\nOne:\nb\n\nTwo:\nodd\nc\n", (source, emit) => Lines.ReadSections(
            source,
            line => line.EndsWith(":"u8),
            line => heading = System.Text.Encoding.ASCII.GetString(line),
            (line, from) => line.Length == 1 ? heading + from.Intern(line) : null,
            "a letter",
            emit));
        Assert.Equal(["a", "One:b", "Two:c"], rows);
        Assert.Equal(6, Assert.Single(errors).LineNumber);
    }
}
