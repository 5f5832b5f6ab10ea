using System.Text;
using CsCheck;

namespace ProcFs.Fuzzing;

/// <summary>Byte strings as possible names, values and lines in /proc, biased toward bytes that break parsers.</summary>
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

    /// <summary>The number of inputs for a property; the long fuzzing run uses more.</summary>
    public static long Inputs => MutationTests.Inputs / 10;

    /// <summary>The same for inputs that are written to files.</summary>
    public static long Files => MutationTests.Inputs / 400;
}
