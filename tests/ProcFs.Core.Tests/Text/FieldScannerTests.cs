using System.Text;

namespace ProcFs.Text;

public sealed class FieldScannerTests
{
    [Theory]
    [InlineData("a b c", new[] { "a", "b", "c" })]
    [InlineData("  a \t b\tc  ", new[] { "a", "b", "c" })]
    [InlineData("", new string[0])]
    [InlineData(" \t ", new string[0])]
    public void Fields_stand_between_spaces_and_tabs(string line, string[] fields)
    {
        var scanner = new FieldScanner(Encoding.ASCII.GetBytes(line));
        var found = new List<string>();
        for (ReadOnlySpan<byte> field = scanner.Next(); !field.IsEmpty; field = scanner.Next())
        {
            found.Add(Encoding.ASCII.GetString(field));
        }

        Assert.Equal(fields, found);
        Assert.True(scanner.Rest.IsEmpty);
    }

    [Fact]
    public void Rest_is_the_unread_part()
    {
        var scanner = new FieldScanner("a  b c"u8);
        scanner.Next();
        Assert.True(scanner.Rest.SequenceEqual("  b c"u8));
    }

    [Fact]
    public void A_separator_parts_empty_fields_too()
    {
        var scanner = new FieldScanner("a,,b"u8);
        Assert.True(scanner.NextUntil((byte)',').SequenceEqual("a"u8));
        Assert.True(scanner.NextUntil((byte)',').IsEmpty);
        Assert.True(scanner.NextUntil((byte)',').SequenceEqual("b"u8));
        Assert.True(scanner.Rest.IsEmpty);
        Assert.True(scanner.NextUntil((byte)',').IsEmpty);
    }

    [Fact]
    public void Numbers_are_whole_fields()
    {
        var scanner = new FieldScanner("12 -3 4x 99999999999"u8);
        Assert.True(scanner.TryInt64(out long first));
        Assert.True(scanner.TryInt32(out int second));
        Assert.False(scanner.TryInt32(out _));
        Assert.False(scanner.TryInt32(out _));
        Assert.False(scanner.TryInt64(out _));
        Assert.Equal((12L, -3), (first, second));
    }
}
