using ProcFs.Interop;

namespace ProcFs.IO;

/// <summary>
/// A buffer that is filled from one file after another. It grows as needed: sizes reported in /proc mean nothing (0 or 4096), so a file is read to its end. The
/// only limit is for files that are not from /proc, in a capture from somebody else.
/// </summary>
internal sealed class ReadBuffer(int firstSize = ReadBuffer.FirstSize)
{
    // The kernel keeps a listing consistent within one read.
    private const int FirstSize = 64 * 1024;

    // PATH_MAX of limits.h.
    private const int LongestPath = 4096;

    // No file that is read as a whole comes close.
    private const int LongestFile = 256 * 1024 * 1024;

    private byte[] _bytes = GC.AllocateUninitializedArray<byte>(firstSize);
    private int _length;

    /// <summary>The bytes of the last read; valid until the next.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    /// <summary>Reads the file <paramref name="name"/>, which is NUL-terminated, relative to <paramref name="directory"/>.</summary>
    public Errno ReadFile(Descriptor? directory, ReadOnlySpan<byte> name) => ReadFile(directory?.File ?? OpenFile.WorkingDirectory, name);

    /// <summary>
    /// Reads a file that the kernel makes in one piece (single_open in fs/seq_file.c), such as the records of a process: what the first read gives is all, if there
    /// was room for more.
    /// </summary>
    public Errno ReadRecord(Descriptor directory, ReadOnlySpan<byte> name) => ReadFile(directory.File, name, isInOnePiece: true);

    /// <inheritdoc cref="ReadRecord(Descriptor, ReadOnlySpan{byte})"/>
    public Errno ReadRecord(Descriptor directory, string name)
    {
        var bytes = new NativeName(name, stackalloc byte[NativeName.StackSize]);
        return ReadRecord(directory, bytes.Terminated);
    }

    /// <summary>Reads the target of a link in a capture. Archives, and git without links, store it as the content of a file.</summary>
    public Errno ReadCapturedLink(OpenFile directory, ReadOnlySpan<byte> name)
    {
        Errno error = ReadLink(directory, name);
        if (error != Errno.EINVAL || ReadFile(directory, name) != Errno.None)
        {
            return error;
        }

        _length = Bytes.TrimEnd((byte)'\n').Length;
        return _length is > 0 and <= LongestPath && !Bytes.Contains((byte)0) ? Errno.None : Errno.EINVAL;
    }

    private Errno ReadFile(OpenFile directory, ReadOnlySpan<byte> name, bool isInOnePiece = false)
    {
        _length = 0;
        var file = OpenFile.Open(directory, name, OpenFlags.Reading, out Errno error);
        if (!file.IsOpen)
        {
            return error;
        }

        error = ReadToEnd(file, isInOnePiece);
        _ = file.Close();
        return error;
    }

    /// <inheritdoc cref="ReadFile(Descriptor?, ReadOnlySpan{byte})"/>
    public Errno ReadFile(Descriptor? directory, string name)
    {
        var bytes = new NativeName(name, stackalloc byte[NativeName.StackSize]);
        return ReadFile(directory, bytes.Terminated);
    }

    /// <summary>Reads the target of the link <paramref name="name"/>, which is NUL-terminated.</summary>
    public Errno ReadLink(OpenFile directory, ReadOnlySpan<byte> name)
    {
        while (true)
        {
            Errno error = directory.ReadLink(name, _bytes, out _length);
            if (error != Errno.None || _length < _bytes.Length)
            {
                return error;
            }

            Grow();
        }
    }

    /// <inheritdoc cref="ReadLink(OpenFile, ReadOnlySpan{byte})"/>
    public Errno ReadLink(Descriptor? directory, string name)
    {
        var bytes = new NativeName(name, stackalloc byte[NativeName.StackSize]);
        return ReadLink(directory?.File ?? OpenFile.WorkingDirectory, bytes.Terminated);
    }

    private Errno ReadToEnd(OpenFile file, bool isInOnePiece)
    {
        while (true)
        {
            if (_length >= LongestFile)
            {
                return Errno.EFBIG;
            }

            if (_length == _bytes.Length)
            {
                Grow();
            }

            Errno error = file.Read(_bytes.AsSpan(_length), _length, out int count);
            if (error != Errno.None || count == 0)
            {
                return error;
            }

            _length += count;
            if (isInOnePiece && _length < _bytes.Length && _bytes[_length - 1] == '\n')
            {
                return Errno.None;
            }
        }
    }

    private void Grow() => Array.Resize(ref _bytes, _bytes.Length * 2);
}
