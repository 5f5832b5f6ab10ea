using ProcFs.Text;

namespace ProcFs;

/// <summary>What <c>/proc/&lt;pid&gt;/fdinfo/&lt;fd&gt;</c> says first of every descriptor; the inode since Linux 5.14.</summary>
internal readonly record struct FdPosition(long Offset, FileDescriptorAccess Access, ulong? Inode)
{
    /// <summary>Takes it from the start of the file's text; null where the text is of another form.</summary>
    public static FdPosition? Parse(ReadOnlySpan<byte> text)
    {
        long? offset = null;
        long? flags = null;
        ulong? inode = null;
        var lines = new FieldScanner(text);
        while (!lines.Rest.IsEmpty)
        {
            ReadOnlySpan<byte> line = lines.NextUntil((byte)'\n');
            if (line.StartsWith("pos:\t"u8) && Number.TryInt64(line[5..], out long position))
            {
                offset = position;
            }
            else if (line.StartsWith("flags:\t"u8) && Number.TryOctal(line[7..], out long bits))
            {
                flags = bits;
            }
            else if (line.StartsWith("ino:\t"u8) && Number.TryUInt64(line[5..], out ulong number))
            {
                inode = number;
                break;
            }
        }

        return offset is { } at && flags is { } known ? new FdPosition(at, OpenFileFlags.AccessOf(known), inode) : null;
    }
}
