using ProcFs.Interop;
using ProcFs.Text;

namespace ProcFs.IO;

/// <summary>
/// Loads an archive into memory. Nothing of it is written to a disk, and no name or link in it can lead to a file of this machine. An archive with a member that no
/// capture has is refused as a whole.
/// </summary>
/// <param name="path">The path of the archive, for errors.</param>
internal sealed class CapturedArchive(string path)
{
    // A capture of a thousand processes has about 100 000 members in 100 MB.
    private const int MostMembers = 2_000_000;
    private const long LargestTotal = 1024L * 1024 * 1024;
    private const int DeepestFolder = 64;

    private readonly CapturedNode _root = CapturedNode.InMemory();
    private readonly Dictionary<string, string> _names = [];
    private readonly Dictionary<int, ReadOnlyMemory<byte>> _contents = [];
    private long _total;
    private int _count;

    /// <summary>Loads the archive.</summary>
    /// <exception cref="ProcException">It is damaged, too large, or has a member that no capture has.</exception>
    public CapturedNode Load(Stream stream)
    {
        var tar = new TarReader(stream);
        string member = "";
        try
        {
            while (tar.Next())
            {
                member = LosslessText.Decode(tar.Name);
                Add(tar);
            }
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException)
        {
            string place = member.Length > 0 ? $" at or after {member}" : "";
            throw Refuse($"{path}{place}: {error.Message.TrimEnd('.')}.");
        }

        return _count > 0 ? _root : throw Refuse($"{path}: the archive has no members.");
    }

    private static ProcException Refusal(string path, SafeText message) => new(ProcErrorKind.Malformed, path, message);

    private ProcException Refuse(SafeText message) => Refusal(path, message);

    private void Add(TarReader tar)
    {
        _total += tar.Size;
        if (++_count > MostMembers || _total > LargestTotal)
        {
            throw new InvalidDataException($"it is larger than a capture can be ({MostMembers} members, {LargestTotal >> 20} MB)");
        }

        string[] segments = Segments(tar.Name);
        FileKind kind = tar.Type switch
        {
            '0' or '7' or '1' => FileKind.Regular,
            '2' => FileKind.Link,
            '5' => FileKind.Directory,
            _ => throw new InvalidDataException($"it is a device, a pipe or of an unknown type ({tar.Type}), which no capture has"),
        };
        CapturedNode folder = FolderOf(segments, kind == FileKind.Directory ? segments.Length : segments.Length - 1);
        if (kind == FileKind.Directory)
        {
            folder.Mode = tar.Mode;
        }
        else if (segments.Length > 0)
        {
            ReadOnlyMemory<byte> content = tar.Type switch
            {
                '1' => HardLink(tar.Link),
                '2' => tar.Link,
                _ => tar.ReadContent(),
            };
            folder.Add(segments[^1], kind, Shared(content), tar.Mode);
        }
    }

    private ReadOnlyMemory<byte> HardLink(byte[] target)
    {
        CapturedNode? node = _root;
        foreach (string segment in Segments(target))
        {
            node = node?.Children().GetValueOrDefault(segment);
        }

        return node is { Kind: FileKind.Regular } ? node.Content.ToArray() : throw new InvalidDataException("it is a link to something that is not in the archive");
    }

    private CapturedNode FolderOf(string[] segments, int depth)
    {
        CapturedNode folder = _root;
        for (int i = 0; i < depth; i++)
        {
            if (folder.Children().TryGetValue(segments[i], out CapturedNode? known) && known.Kind != FileKind.Directory)
            {
                throw new InvalidDataException("it leads through a link or a file");
            }

            folder = known ?? folder.Folder(segments[i]);
        }

        return folder;
    }

    // The same few names are in each folder of a process.
    private string[] Segments(ReadOnlySpan<byte> name)
    {
        if (name is [(byte)'/', ..])
        {
            throw new InvalidDataException("its name is absolute");
        }

        var segments = new List<string>();
        foreach (Range range in name.Split((byte)'/'))
        {
            string segment = CapturedNode.NameOf(name[range]);
            if (segment == "..")
            {
                throw new InvalidDataException("its name leads out of the archive");
            }

            if (segment is not ("" or "."))
            {
                segments.Add(_names.TryGetValue(segment, out string? known) ? known : _names[segment] = segment);
            }
        }

        return segments.Count <= DeepestFolder ? [.. segments] : throw new InvalidDataException("its name has too many parts");
    }

    // Processes have the same mounts, limits and control groups as others.
    private ReadOnlyMemory<byte> Shared(ReadOnlyMemory<byte> content)
    {
        var hash = default(HashCode);
        hash.AddBytes(content.Span);
        int key = hash.ToHashCode();
        if (_contents.TryGetValue(key, out ReadOnlyMemory<byte> known) && known.Span.SequenceEqual(content.Span))
        {
            return known;
        }

        return _contents[key] = content;
    }
}
