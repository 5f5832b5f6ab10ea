using ProcFs.Fixtures;
using ProcFs.Interop;

namespace ProcFs.IO;

public sealed class ReadBufferTests : IDisposable
{
    private readonly TemporaryRoot _root = new();
    private readonly ReadBuffer _buffer = new();

    public void Dispose() => _root.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(64 * 1024 - 1)]
    [InlineData(64 * 1024)]
    [InlineData(64 * 1024 + 1)]
    [InlineData(1_000_003)]
    public void Reads_files_of_any_size(int size)
    {
        byte[] content = new byte[size];
        new Random(size).NextBytes(content);
        _root.Write("file", content);
        Assert.Equal(Errno.None, _buffer.ReadFile(_root.Root.Handle, "file"));
        Assert.True(_buffer.Bytes.SequenceEqual(content));
    }

    [Fact]
    public void A_small_file_after_a_large_one_is_itself()
    {
        _root.Write("large", new byte[200_000]).Write("small", "abc");
        _buffer.ReadFile(_root.Root.Handle, "large");
        _buffer.ReadFile(_root.Root.Handle, "small");
        Assert.True(_buffer.Bytes.SequenceEqual("abc"u8));
    }

    [Fact]
    public void A_failure_leaves_nothing_of_the_last_file()
    {
        _root.Write("file", "abc");
        _buffer.ReadFile(_root.Root.Handle, "file");
        Assert.Equal(Errno.ENOENT, _buffer.ReadFile(_root.Root.Handle, "missing"));
        Assert.True(_buffer.Bytes.IsEmpty);
        Assert.Equal(Errno.EISDIR, _buffer.ReadFile(_root.Root.Handle, "."));
    }

    [Fact]
    public void What_has_no_end_is_an_error()
    {
        _root.Write("file", "a");
        using (FileStream file = File.OpenWrite(Path.Combine(_root.Root.Path, "file")))
        {
            file.SetLength(1L << 40);
        }

        Assert.Equal(Errno.EFBIG, _buffer.ReadFile(_root.Root.Handle, "file"));
    }

    [Fact]
    public void A_pipe_in_place_of_a_file_holds_nobody_up()
    {
        using var pipe = new ChildProcess(["mkfifo", Path.Combine(_root.Root.Path, "pipe")]);
        pipe.Output.ReadToEnd();
        Assert.Equal(Errno.None, _buffer.ReadFile(_root.Root.Handle, "pipe"));
        Assert.True(_buffer.Bytes.IsEmpty);
        using LineReader lines = LineReader.Open(_root.Root.Handle, "pipe", out _)!;
        Assert.False(lines.Next(out _));
    }

    [Fact]
    public void Links_are_read_byte_by_byte()
    {
        byte[] target = [0x2F, 0x0A, 0xFE, 0x5C, 0x20];
        _root.Link("link", target).Link("long", [.. Enumerable.Repeat((byte)'a', 4000)]).Write("file", "");
        Assert.Equal(Errno.None, _buffer.ReadLink(_root.Root.Handle, "link"));
        Assert.True(_buffer.Bytes.SequenceEqual(target));
        Assert.Equal(Errno.None, _buffer.ReadLink(_root.Root.Handle, "long"));
        Assert.Equal(4000, _buffer.Bytes.Length);
        Assert.Equal(Errno.EINVAL, _buffer.ReadLink(_root.Root.Handle, "file"));
        Assert.True(_buffer.Bytes.IsEmpty);
        Assert.Equal(Errno.ENOENT, _buffer.ReadLink(_root.Root.Handle, "missing"));
    }

    [Fact]
    public void Names_of_any_bytes_and_length_are_found()
    {
        string odd = "odd\uDCFEname";
        string longName = new('n', 255);
        _root.Link(odd, [0x61]).Write(longName, "x");
        Assert.Equal(Errno.None, _buffer.ReadLink(_root.Root.Handle, odd));
        Assert.Equal(Errno.None, _buffer.ReadFile(_root.Root.Handle, longName));
    }

    // The kernel reports 0 for nearly every file of /proc.
    [Fact]
    public void A_file_without_a_size_is_read_to_its_end()
    {
        Assert.Equal(Errno.None, _buffer.ReadFile(null, "/proc/self/status"));
        Assert.True(_buffer.Bytes.IndexOf("Name:"u8) == 0);
        Assert.Equal(0, new FileInfo("/proc/self/status").Length);
    }
}
