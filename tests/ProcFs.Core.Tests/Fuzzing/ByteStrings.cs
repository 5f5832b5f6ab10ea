using System.Text;
using CsCheck;

namespace ProcFs.Fuzzing;

/// <summary>Byte strings as names, values and lines of /proc may hold them, with the bytes that parsers trip over more often than chance has them.</summary>
internal static class ByteStrings
{
    private static readonly byte[][] s_pieces =
    [
        .. new[] { "a", "7", " ", "\t", "\n", "\\", "\\n", "\\\\", "\\040", "\\134", "\\012", "\\777", "#", ",", "=", "\"", ":", "/", "(deleted)", " (deleted)", "ä", "😀", "\u202e" }
            .Select(Encoding.UTF8.GetBytes),
        [0], [0x1B], [0x7F], [0x9B], [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82],
    ];

    /// <summary>Any bytes.</summary>
    public static Gen<byte[]> Any { get; } = Gen.OneOf(
        Gen.Byte.Array[0, 40],
        Gen.OneOf(s_pieces).Array[0, 20].Select(pieces => pieces.SelectMany(piece => piece).ToArray()));

    /// <summary>Words: letters, digits and signs without a blank, a colon or an end of a line, and not empty.</summary>
    public static Gen<string> Word { get; } = Gen.OneOf("abcdefgXYZ0123456789_.-()/".ToCharArray()).Array[1, 10].Select(letters => new string(letters));

    /// <summary>How many inputs a property is tried with; the long run of the fuzzer tries more.</summary>
    public static long Inputs => MutationTests.Inputs / 10;

    /// <summary>The same where each input is a file that is written.</summary>
    public static long Files => MutationTests.Inputs / 400;
}
