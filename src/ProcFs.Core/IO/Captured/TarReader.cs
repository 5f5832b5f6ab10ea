using System.Buffers.Text;
using ProcFs.Interop;

namespace ProcFs.IO;

/// <summary>
/// Reads a tar archive of the formats ustar, pax and GNU, with the exact bytes of names: System.Formats.Tar replaces those that are not UTF-8. Every length is
/// checked before memory is reserved for it. Source: tar(5) of FreeBSD, IEEE Std 1003.1 (pax).
/// </summary>
internal sealed class TarReader(Stream stream)
{
    /// <summary>The largest member: the longest file that is read as a whole.</summary>
    public const long LargestMember = 256L * 1024 * 1024;

    private const int BlockSize = 512;

    // A long name is at most PATH_MAX, and pax records of other tools are a few hundred bytes.
    private const int LongestExtension = 1024 * 1024;

    private readonly byte[] _block = new byte[BlockSize];
    private byte[]? _longName;
    private byte[]? _longLink;
    private long? _longSize;
    private long _left;
    private int _padding;

    /// <summary>The name of the current member.</summary>
    public byte[] Name { get; private set; } = [];

    /// <summary>The target of the current member, if it is a link.</summary>
    public byte[] Link { get; private set; } = [];

    /// <summary>The length of its content.</summary>
    public long Size { get; private set; }

    /// <summary>The permission bits.</summary>
    public int Mode { get; private set; }

    /// <summary>The type: '0' file, '1' hard link, '2' symbolic link, '3' to '4' devices, '5' folder, '6' FIFO.</summary>
    public char Type { get; private set; }

    /// <summary>Moves to the next member; false at the end of the archive.</summary>
    /// <exception cref="InvalidDataException">The archive is truncated or damaged.</exception>
    public bool Next()
    {
        Skip(_left + _padding);
        (_longName, _longLink, _longSize) = (null, null, null);
        while (true)
        {
            ReadBlock();
            if (!_block.AsSpan().ContainsAnyExcept((byte)0))
            {
                return false;
            }

            CheckSum();
            Type = _block[156] == 0 ? '0' : (char)_block[156];
            Size = Number(_block.AsSpan(124, 12));
            SetContent(Size);
            switch (Type)
            {
                case 'L':
                    _longName = ReadText();
                    break;
                case 'K':
                    _longLink = ReadText();
                    break;
                case 'x':
                    TakeRecords(ReadExtension());
                    break;
                case 'g':
                    ReadExtension();
                    break;
                default:
                    TakeMember();
                    return true;
            }
        }
    }

    /// <summary>The content of the current member.</summary>
    public byte[] ReadContent()
    {
        if (_left > LargestMember)
        {
            throw new InvalidDataException($"it is {_left} bytes long, which is more than a file of a capture can be");
        }

        byte[] content = new byte[_left];
        Fill(content);
        _left = 0;
        return content;
    }

    private void TakeMember()
    {
        Name = _longName ?? ShortName();
        Link = _longLink ?? Terminated(_block.AsSpan(157, 100)).ToArray();
        Mode = (int)Number(_block.AsSpan(100, 8)) & Statx.PermissionMask;
        if (Type is not ('0' or '7'))
        {
            Size = 0;
            SetContent(0);
        }
        else if (_longSize is { } size)
        {
            Size = size;
            SetContent(size);
        }
    }

    // The prefix field exists only in the format ustar; in that of GNU, other fields are there.
    private byte[] ShortName()
    {
        ReadOnlySpan<byte> name = Terminated(_block.AsSpan(0, 100));
        ReadOnlySpan<byte> prefix = _block.AsSpan(257, 6).SequenceEqual("ustar\0"u8) ? Terminated(_block.AsSpan(345, 155)) : default;
        return prefix.IsEmpty ? name.ToArray() : [.. prefix, (byte)'/', .. name];
    }

    private byte[] ReadText() => Terminated(ReadExtension()).ToArray();

    private byte[] ReadExtension()
    {
        if (_left > LongestExtension)
        {
            throw new InvalidDataException("a name or an extended header is too long");
        }

        byte[] content = ReadContent();
        Skip(_padding);
        _padding = 0;
        return content;
    }

    // "27 path=proc/1/fd/0\n": the length of the record, a key and a value.
    private void TakeRecords(ReadOnlySpan<byte> records)
    {
        while (!records.IsEmpty)
        {
            if (!Utf8Parser.TryParse(records, out int length, out int digits) || length <= digits + 1 || length > records.Length)
            {
                throw new InvalidDataException("an extended header is damaged");
            }

            ReadOnlySpan<byte> record = records[(digits + 1)..(length - 1)];
            records = records[length..];
            int equals = record.IndexOf((byte)'=');
            ReadOnlySpan<byte> key = equals < 0 ? record : record[..equals];
            ReadOnlySpan<byte> value = record[(equals + 1)..];
            if (key.SequenceEqual("path"u8))
            {
                _longName = value.ToArray();
            }
            else if (key.SequenceEqual("linkpath"u8))
            {
                _longLink = value.ToArray();
            }
            else if (key.SequenceEqual("size"u8))
            {
                _longSize = Utf8Parser.TryParse(value, out long size, out _) && size >= 0 ? size : throw new InvalidDataException("an extended header is damaged");
            }
        }
    }

    private void SetContent(long size)
    {
        _left = size;
        _padding = (int)((BlockSize - (size % BlockSize)) % BlockSize);
    }

    // Octal digits or, for large values, a number of base 256 with the first bit set.
    private static long Number(ReadOnlySpan<byte> field)
    {
        if (field[0] >= 0x80)
        {
            long large = 0;
            foreach (byte next in field[^8..])
            {
                large = (large << 8) | next;
            }

            return large >= 0 ? large : throw new InvalidDataException("a header is damaged");
        }

        long value = 0;
        foreach (byte digit in Terminated(field).Trim((byte)' '))
        {
            if (digit is < (byte)'0' or > (byte)'7')
            {
                throw new InvalidDataException("a header is damaged");
            }

            value = (value << 3) + (digit - '0');
        }

        return value;
    }

    // The sum of all bytes, with blanks in place of the sum itself.
    private void CheckSum()
    {
        int sum = 8 * ' ';
        for (int i = 0; i < BlockSize; i++)
        {
            sum += i is >= 148 and < 156 ? 0 : _block[i];
        }

        if (Number(_block.AsSpan(148, 8)) != sum)
        {
            throw new InvalidDataException("it is no tar archive, or is damaged");
        }
    }

    private static ReadOnlySpan<byte> Terminated(ReadOnlySpan<byte> field)
    {
        int end = field.IndexOf((byte)0);
        return end < 0 ? field : field[..end];
    }

    private void ReadBlock() => Fill(_block);

    private void Skip(long count)
    {
        byte[] buffer = count > BlockSize ? new byte[Math.Min(count, 64 * 1024)] : _block;
        while (count > 0)
        {
            int step = (int)Math.Min(count, buffer.Length);
            Fill(buffer.AsSpan(0, step));
            count -= step;
        }
    }

    private void Fill(Span<byte> buffer)
    {
        if (stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) < buffer.Length)
        {
            throw new InvalidDataException("it is truncated");
        }
    }
}
