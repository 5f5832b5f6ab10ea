using ProcFs.Text;

namespace ProcFs;

/// <summary>Converts the two letters of a flag to the flag.</summary>
internal static class MappingFlagNames
{
    // In the order of the bits of MappingFlags.
    private static readonly string[] s_names =
    [
        "rd", "wr", "ex", "sh", "mr", "mw", "me", "ms", "gd", "pf", "dw", "lo", "io", "sr", "rr", "dc", "de", "lf",
        "ac", "nr", "ht", "sf", "nl", "ar", "wf", "dd", "bt", "sd", "mm", "hg", "nh", "mg", "um", "uw", "ui", "mt",
        "ss", "dp", "sl", "mp", "gu",
    ];

    /// <summary>The flags of a <c>VmFlags</c> line.</summary>
    /// <param name="text">The flags with spaces between them.</param>
    /// <param name="unknown">The unknown flags, with spaces between them; null for none.</param>
    public static MappingFlags Parse(ReadOnlySpan<byte> text, out string? unknown)
    {
        unknown = null;
        MappingFlags flags = MappingFlags.None;
        var names = new FieldScanner(text);
        for (ReadOnlySpan<byte> name = names.Next(); !name.IsEmpty; name = names.Next())
        {
            int bit = IndexOf(name);
            if (bit < 0)
            {
                unknown = unknown is null ? LosslessText.Decode(name) : $"{unknown} {LosslessText.Decode(name)}";
                continue;
            }

            flags |= (MappingFlags)(1UL << bit);
        }

        return flags;
    }

    private static int IndexOf(ReadOnlySpan<byte> name)
    {
        for (int i = 0; i < s_names.Length; i++)
        {
            if (name.Length == 2 && name[0] == s_names[i][0] && name[1] == s_names[i][1])
            {
                return i;
            }
        }

        return -1;
    }
}
