using ProcFs.Interop;

namespace ProcFs;

/// <summary>Files, folders and links of a capture that belong together: those of one process are written as a whole, or not at all.</summary>
internal sealed class CaptureBatch
{
    private readonly List<Entry> _entries = [];
    private byte[] _bytes = new byte[64 * 1024];
    private int _length;

    /// <summary>The number of files, folders and links.</summary>
    public int Count => _entries.Count;

    /// <summary>The bytes that it holds.</summary>
    public int Length => _length;

    /// <summary>Adds a file, a folder or a link.</summary>
    /// <param name="path">The path below the root.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="mode">The permission bits.</param>
    /// <param name="content">The content of a file, or the target of a link.</param>
    public void Add(ReadOnlySpan<byte> path, FileKind kind, int mode, ReadOnlySpan<byte> content = default)
    {
        int start = Append(path);
        Append(content);
        _entries.Add(new Entry(start, path.Length, content.Length, kind, mode));
    }

    /// <summary>Passes on what was added, in order.</summary>
    public void WriteTo(ICaptureTarget target)
    {
        foreach (Entry entry in _entries)
        {
            ReadOnlySpan<byte> path = _bytes.AsSpan(entry.Start, entry.PathLength);
            target.Add(path, entry.Kind, entry.Mode, _bytes.AsSpan(entry.Start + entry.PathLength, entry.ContentLength));
        }
    }

    /// <summary>Forgets what was added; the memory is used again.</summary>
    public void Clear()
    {
        _entries.Clear();
        _length = 0;
    }

    private int Append(ReadOnlySpan<byte> bytes)
    {
        if (_length + bytes.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + bytes.Length));
        }

        bytes.CopyTo(_bytes.AsSpan(_length));
        int start = _length;
        _length += bytes.Length;
        return start;
    }

    private readonly record struct Entry(int Start, int PathLength, int ContentLength, FileKind Kind, int Mode);
}
