using ProcFs.Text;

namespace ProcFs;

/// <summary>Reads the mask of <c>coredump_filter</c>.</summary>
internal static class CoreDumpFilterText
{
    /// <summary>The flags; null for a kernel thread, which dumps no core and whose file is empty.</summary>
    /// <exception cref="ProcException">The text is no mask.</exception>
    public static object Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ReadOnlySpan<byte> mask = text.TrimEnd((byte)'\n');
        if (mask.IsEmpty)
        {
            return null!;
        }

        return Number.TryHex(mask, out ulong flags) ? (CoreDumpFilter)flags : throw source.Malformed(1, mask, "a hexadecimal mask");
    }
}
