using System.Buffers.Binary;
using ProcFs.Interop;

namespace ProcFs.IO;

/// <summary>Reads the names in a directory, as returned by getdents64(2), without "." and "..", or in a folder of a capture.</summary>
internal sealed class DirectoryReader : IDisposable
{
    // The kernel keeps a listing consistent within one call.
    private const int BufferSize = 64 * 1024;

    // struct linux_dirent64: inode 8, offset 8, record length 2, type 1, name.
    private const int LengthOffset = 16;
    private const int TypeOffset = 18;
    private const int NameOffset = 19;

    private readonly byte[] _buffer = GC.AllocateUninitializedArray<byte>(BufferSize);
    private OpenFile _directory = OpenFile.None;
    private Dictionary<string, CapturedNode>.ValueCollection.Enumerator _captured;
    private bool _isBorrowed;
    private int _position;
    private int _filled;
    private int _nameStart;
    private int _nameLength;

    /// <summary>The current name.</summary>
    public ReadOnlySpan<byte> Name => _buffer.AsSpan(_nameStart, _nameLength);

    /// <summary>The current name with its terminating NUL.</summary>
    public ReadOnlySpan<byte> TerminatedName => _buffer.AsSpan(_nameStart, _nameLength + 1);

    /// <summary>The DT_* type of the current entry (readdir(3)).</summary>
    public EntryType Type { get; private set; }

    /// <summary>The directory.</summary>
    public OpenFile File => _directory;

    /// <summary>Starts to read the directory <paramref name="name"/>, which is NUL-terminated.</summary>
    public Errno Open(Descriptor? directory, ReadOnlySpan<byte> name)
    {
        Close();
        _directory = OpenFile.Open(directory?.File ?? OpenFile.WorkingDirectory, name, OpenFlags.ReadOnly, out Errno error);
        if (_directory.Captured is { } folder)
        {
            error = folder.Kind == FileKind.Directory ? Errno.None : Errno.ENOTDIR;
            _captured = folder.Children().Values.GetEnumerator();
        }

        return error;
    }

    /// <summary>Starts to read an open directory from its first name. The caller keeps its descriptor.</summary>
    public Errno Restart(Descriptor directory)
    {
        Close();
        _directory = directory.File;
        _isBorrowed = true;
        return Libc.lseek(_directory.Number, 0, Libc.SEEK_SET) < 0 ? Libc.LastError : Errno.None;
    }

    /// <summary>Moves to the next name; false at the end, with the reason of a failure in <paramref name="error"/>.</summary>
    public bool Next(out Errno error)
    {
        error = Errno.None;
        if (_directory.Captured is not null)
        {
            return NextCaptured();
        }

        do
        {
            if (_position == _filled && !Fill(out error))
            {
                return false;
            }

            ReadEntry();
        }
        while (Name is [(byte)'.'] or [(byte)'.', (byte)'.']);

        return true;
    }

    /// <summary>Closes the directory; the reader can open another.</summary>
    public void Close()
    {
        if (!_isBorrowed)
        {
            _ = _directory.Close();
        }

        _directory = OpenFile.None;
        _captured = default;
        _isBorrowed = false;
        _position = 0;
        _filled = 0;
    }

    public void Dispose() => Close();

    private bool NextCaptured()
    {
        if (_directory.Captured!.Kind != FileKind.Directory || !_captured.MoveNext())
        {
            return false;
        }

        CapturedNode node = _captured.Current;
        Type = node.Kind switch
        {
            FileKind.Directory => EntryType.Directory,
            FileKind.Regular => EntryType.Regular,
            FileKind.Link => EntryType.Link,
            _ => EntryType.Unknown,
        };
        _nameStart = 0;
        _nameLength = System.Text.Encoding.Latin1.GetBytes(node.Name, _buffer);
        _buffer[_nameLength] = 0;
        return true;
    }

    private unsafe bool Fill(out Errno error)
    {
        nint count;
        fixed (byte* buffer = _buffer)
        {
            count = Libc.getdents64(_directory.Number, buffer, _buffer.Length);
        }

        error = count < 0 ? Libc.LastError : Errno.None;
        _position = 0;
        _filled = Math.Max((int)count, 0);
        return count > 0;
    }

    private void ReadEntry()
    {
        int start = _position;
        _position += BinaryPrimitives.ReadUInt16LittleEndian(_buffer.AsSpan(start + LengthOffset));
        Type = (EntryType)_buffer[start + TypeOffset];
        _nameStart = start + NameOffset;
        _nameLength = _buffer.AsSpan(_nameStart, _position - _nameStart).IndexOf((byte)0);
    }
}
