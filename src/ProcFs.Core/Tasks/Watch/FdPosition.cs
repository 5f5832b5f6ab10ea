using ProcFs.Grammar;
using ProcFs.Text;

namespace ProcFs;

/// <summary>The first fields of <c>/proc/&lt;pid&gt;/fdinfo/&lt;fd&gt;</c>, which every descriptor has; the inode since Linux 5.14.</summary>
internal readonly record struct FdPosition(long Offset, FileDescriptorAccess Access, ulong? Inode)
{
    /// <summary>Parses the start of the file's text; null if it has another format.</summary>
    public static FdPosition? Parse(ReadOnlySpan<byte> text)
    {
        bool isWhole = Number.TryInt64(KeyValues.Find(text, "pos"u8), out long offset) & Number.TryOctal(KeyValues.Find(text, "flags"u8), out long flags);
        return isWhole ? new FdPosition(offset, OpenFileFlags.AccessOf(flags), KeyValues.FindNumber(text, "ino"u8)) : null;
    }
}
