using System.Globalization;
using ProcFs.Fixtures;
using ProcFs.Interop;
using ProcFs.Text;

namespace ProcFs.IO;

public sealed class DirectoryReaderTests : IDisposable
{
    private readonly TemporaryRoot _root = new();
    private readonly DirectoryReader _reader = new();

    public void Dispose()
    {
        _reader.Dispose();
        _root.Dispose();
    }

    // 5000 entries are more than one call of getdents64 returns.
    [Fact]
    public void Many_names_come_once_each()
    {
        string[] names = [.. Enumerable.Range(0, 5000).Select(i => $"a-rather-long-name-{i.ToString(CultureInfo.InvariantCulture)}")];
        foreach (string name in names)
        {
            _root.Link(name, [0x61]);
        }

        List<string> found = Read(".\0"u8);
        Assert.Equal(names.Length, found.Count);
        Assert.Equal(names.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Names_that_start_with_a_dot_are_names()
    {
        _root.Write(".hidden", "").Write("..two", "").Write("...", "");
        Assert.Equal(["...", "..two", ".hidden"], Read(".\0"u8).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Names_are_bytes()
    {
        _root.Write("new\nline", "");
        _root.Link("odd\uDCFE", [0x61]);
        Assert.Equal(["new\nline", "odd\uDCFE"], Read(".\0"u8).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_empty_folder_has_no_names() => Assert.Empty(Read(".\0"u8));

    [Fact]
    public void The_reader_can_open_another_folder_midway()
    {
        _root.Write("one/a", "").Write("one/b", "").Write("two/c", "");
        Assert.Equal(Errno.None, _reader.Open(_root.Root.Handle, "one\0"u8));
        Assert.True(_reader.Next(out _));
        Assert.Equal(["c"], Read("two\0"u8));
    }

    [Fact]
    public void A_path_that_is_not_a_folder_is_an_error()
    {
        _root.Write("file", "");
        Assert.Equal(Errno.ENOENT, _reader.Open(_root.Root.Handle, "missing\0"u8));
        Assert.Equal(Errno.None, _reader.Open(_root.Root.Handle, "file\0"u8));
        Assert.False(_reader.Next(out Errno error));
        Assert.Equal(Errno.ENOTDIR, error);
    }

    private List<string> Read(ReadOnlySpan<byte> folder)
    {
        Assert.Equal(Errno.None, _reader.Open(_root.Root.Handle, folder));
        var names = new List<string>();
        Errno error;
        while (_reader.Next(out error))
        {
            Assert.Equal(0, _reader.TerminatedName[^1]);
            names.Add(LosslessText.Decode(_reader.Name));
        }

        Assert.Equal(Errno.None, error);
        return names;
    }
}
