using ProcFs.Fixtures;

namespace ProcFs.IO;

public sealed class ProcStreamTests : IDisposable
{
    private readonly TemporaryRoot _root = new();

    public void Dispose() => _root.Dispose();

    [Fact]
    public void Reads_the_available_bytes()
    {
        byte[] content = new byte[300_000];
        new Random(1).NextBytes(content);
        _root.Write("file", content);
        using var stream = ProcStream.OpenRead(_root.Root, "file");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        Assert.Equal(content, copy.ToArray());
        Assert.False(stream.CanSeek || stream.CanWrite);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var error = Assert.Throws<ProcException>(() => ProcStream.OpenRead(_root.Root, "missing"));
        Assert.Equal((ProcErrorKind.NotFound, _root.PathOf("missing"), 2), (error.Kind, error.Path, error.ErrorNumber));
    }

    [Fact]
    public void A_folder_cannot_be_read()
    {
        using var stream = ProcStream.OpenRead(_root.Root, ".");
        var error = Assert.Throws<ProcException>(() => stream.ReadByte());
        Assert.Equal(ProcErrorKind.Io, error.Kind);
    }

    [Fact]
    public void A_pipe_without_a_writer_holds_nothing_up()
    {
        Native.MakeFifo(_root.PathOf("pipe"));
        using var stream = ProcStream.OpenRead(_root.Root, "pipe");
        Assert.Equal(-1, stream.ReadByte());
    }
}
