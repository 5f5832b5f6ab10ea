using System.Globalization;
using ProcFs.Fixtures;
using ProcFs.Interop;
using ProcFs.Text;

namespace ProcFs.IO;

public sealed class LineReaderTests : IDisposable
{
    private readonly TemporaryRoot _root = new();

    public void Dispose() => _root.Dispose();

    [Theory]
    [InlineData("", new string[0])]
    [InlineData("a", new[] { "a" })]
    [InlineData("a\n", new[] { "a" })]
    [InlineData("a\nb", new[] { "a", "b" })]
    [InlineData("\n", new[] { "" })]
    [InlineData("a\n\nb\n", new[] { "a", "", "b" })]
    [InlineData("a\n\n", new[] { "a", "" })]
    [InlineData("a\r\nb", new[] { "a\r", "b" })]
    public void Lines_end_at_newlines_alone(string text, string[] lines) => Assert.Equal(lines, Read(text));

    [Fact]
    public void Lines_across_the_ends_of_the_buffer_are_whole()
    {
        string[] lines = [.. Enumerable.Range(0, 60_000).Select(i => $"{i.ToString(CultureInfo.InvariantCulture)} {new string('x', i % 37)}")];
        Assert.Equal(lines, Read(string.Join('\n', lines)));
    }

    [Theory]
    [InlineData(64 * 1024 - 1)]
    [InlineData(64 * 1024)]
    [InlineData(64 * 1024 + 1)]
    [InlineData(256 * 1024)]
    [InlineData(1_500_000)]
    public void A_line_longer_than_the_buffer_is_whole(int length)
    {
        string line = new('y', length);
        Assert.Equal(["a", line, "b", line], Read($"a\n{line}\nb\n{line}"));
    }

    [Fact]
    public void Lines_are_counted_from_1()
    {
        _root.Write("file", "a\n\nb");
        using LineReader reader = LineReader.Open(_root.Root.Handle, "file", out _)!;
        Assert.True(reader.Next(out _) && reader.Next(out _) && reader.Next(out _));
        Assert.Equal(3, reader.LineNumber);
        Assert.False(reader.Next(out Errno error));
        Assert.Equal(Errno.None, error);
        Assert.False(reader.Next(out _));
    }

    [Fact]
    public void A_line_without_an_end_is_an_error()
    {
        _root.Write("file", "first\n");
        using (FileStream file = File.OpenWrite(Path.Combine(_root.Root.Path, "file")))
        {
            file.SetLength(1L << 40);
        }

        using LineReader reader = LineReader.Open(_root.Root.Handle, "file", out _)!;
        Assert.True(reader.Next(out _));
        Assert.False(reader.Next(out Errno error));
        Assert.Equal(Errno.EFBIG, error);
    }

    [Fact]
    public void What_cannot_be_opened_is_named()
    {
        Assert.Null(LineReader.Open(_root.Root.Handle, "missing", out Errno error));
        Assert.Equal(Errno.ENOENT, error);
    }

    [Fact]
    public void What_cannot_be_read_is_an_error()
    {
        using LineReader reader = LineReader.Open(_root.Root.Handle, ".", out _)!;
        Assert.False(reader.Next(out Errno error));
        Assert.Equal(Errno.EISDIR, error);
    }

    private List<string> Read(string text)
    {
        _root.Write("file", text);
        using LineReader reader = LineReader.Open(_root.Root.Handle, "file", out _)!;
        var lines = new List<string>();
        while (reader.Next(out _))
        {
            lines.Add(LosslessText.Decode(reader.Line));
        }

        return lines;
    }
}
