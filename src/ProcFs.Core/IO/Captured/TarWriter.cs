using ProcFs.Interop;

namespace ProcFs.IO;

/// <summary>Writes a tar archive in the GNU format, whose long names are bytes like those of the kernel: System.Formats.Tar writes only names that are UTF-8.</summary>
internal static class TarWriter
{
    private const int BlockSize = 512;
    private const int LongestShortName = 100;

    /// <summary>Appends a member.</summary>
    /// <param name="stream">The archive.</param>
    /// <param name="name">The path in the archive.</param>
    /// <param name="kind">File, folder or link.</param>
    /// <param name="mode">The permission bits.</param>
    /// <param name="time">The time of modification, in seconds since 1970.</param>
    /// <param name="content">The content of a file, or the target of a link.</param>
    public static void Write(Stream stream, ReadOnlySpan<byte> name, FileKind kind, int mode, long time, ReadOnlySpan<byte> content)
    {
        bool isLink = kind == FileKind.Link;
        if (name.Length > LongestShortName)
        {
            WriteLong(stream, 'L', name);
        }

        if (isLink && content.Length > LongestShortName)
        {
            WriteLong(stream, 'K', content);
        }

        char type = kind switch
        {
            FileKind.Directory => '5',
            FileKind.Link => '2',
            _ => '0',
        };
        WriteHeader(stream, name, type, mode, time, type == '0' ? content.Length : 0, isLink ? content : default);
        if (type == '0')
        {
            WriteContent(stream, content);
        }
    }

    /// <summary>Ends the archive.</summary>
    public static void End(Stream stream)
    {
        Span<byte> blocks = stackalloc byte[2 * BlockSize];
        blocks.Clear();
        stream.Write(blocks);
    }

    private static void WriteLong(Stream stream, char type, ReadOnlySpan<byte> text)
    {
        WriteHeader(stream, "././@LongLink"u8, type, mode: 0, time: 0, text.Length + 1, default);
        WriteContent(stream, [.. text, 0]);
    }

    private static void WriteHeader(Stream stream, ReadOnlySpan<byte> name, char type, int mode, long time, long size, ReadOnlySpan<byte> link)
    {
        Span<byte> block = stackalloc byte[BlockSize];
        block.Clear();
        name[..Math.Min(name.Length, LongestShortName)].CopyTo(block);
        Octal(block.Slice(100, 8), mode);
        Octal(block.Slice(108, 8), 0);
        Octal(block.Slice(116, 8), 0);
        Octal(block.Slice(124, 12), size);
        Octal(block.Slice(136, 12), time);
        block.Slice(148, 8).Fill((byte)' ');
        block[156] = (byte)type;
        link[..Math.Min(link.Length, LongestShortName)].CopyTo(block[157..]);
        "ustar  \0"u8.CopyTo(block[257..]);
        int sum = 0;
        foreach (byte one in block)
        {
            sum += one;
        }

        Octal(block.Slice(148, 7), sum);
        stream.Write(block);
    }

    private static void WriteContent(Stream stream, ReadOnlySpan<byte> content)
    {
        stream.Write(content);
        Span<byte> padding = stackalloc byte[(BlockSize - (content.Length % BlockSize)) % BlockSize];
        padding.Clear();
        stream.Write(padding);
    }

    // Octal digits that fill the field but for its last byte, which is NUL.
    private static void Octal(Span<byte> field, long value)
    {
        for (int i = field.Length - 2; i >= 0; i--)
        {
            field[i] = (byte)('0' + (value & 7));
            value >>= 3;
        }

        field[^1] = 0;
    }
}
