using System.Text;

namespace ProcFs.Fuzzing;

/// <summary>Mutates a file of /proc in ways that a kernel hardly would, but the maker of a capture could: deterministic for the same random numbers.</summary>
internal sealed class Mutator(Random random)
{
    private const int MostChanges = 4;

    private static readonly byte[][] s_tokens =
    [
        .. new[]
        {
            "", "0", "-1", "1", "4294967295", "2147483648", "-2147483649", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
            "18446744073709551615", "18446744073709551616", "99999999999999999999999999999999", "9007199254740993", "1.7976931348623157e308", "1e999",
            "NaN", "0.000000000000000001", "0x", "0xffffffffffffffff", "ffffffffffffffff", "fffffffffffffffff", "777777777777777777777777",
            ":", " : ", "=", "\n", "\n\n", "\t", " ", "(", ")", "((", "))", "[", "]", ",", "-", "--", "0-", "-0", "0-4294967295", "0-99999999999",
            " kB", "kB", "/", "\\", "\\0", "\\777", "\\x", " (deleted)", "(deleted)", "<unreachable>", "[heap]", "anon_inode:[", "socket:[", "unlimited", "max", "*",
        }.Select(Encoding.ASCII.GetBytes),
        [0], [0, 0, 0, 0], [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x1B, (byte)']', (byte)'5', (byte)'2'],
    ];

    /// <summary>The seed with some mutations.</summary>
    /// <param name="seed">The original file.</param>
    /// <param name="other">Another file, of which a part can be inserted.</param>
    public byte[] Mutate(byte[] seed, byte[] other)
    {
        byte[] bytes = seed;
        for (int changes = random.Next(1, MostChanges + 1); changes > 0; changes--)
        {
            bytes = Change(bytes, other);
        }

        return bytes;
    }

    private byte[] Change(byte[] bytes, byte[] other)
    {
        int start = random.Next(bytes.Length + 1);
        int length = random.Next(Math.Min(bytes.Length - start, 64) + 1);
        return random.Next(9) switch
        {
            0 or 1 or 2 => ReplaceNumber(bytes, start),
            3 => Replace(bytes, start, length, []),
            4 => Replace(bytes, start, 0, Token()),
            5 => Replace(bytes, start, length, [.. bytes.Skip(start).Take(length), .. bytes.Skip(start).Take(length)]),
            6 => Replace(bytes, start, Math.Min(1, bytes.Length - start), [(byte)random.Next(256)]),
            7 => [.. bytes.Take(start)],
            _ => Replace(bytes, start, length, [.. other.Skip(random.Next(other.Length + 1)).Take(random.Next(64))]),
        };
    }

    private byte[] Token() => s_tokens[random.Next(s_tokens.Length)];

    // Most failures are with numbers.
    private byte[] ReplaceNumber(byte[] bytes, int start)
    {
        while (start < bytes.Length && !char.IsAsciiDigit((char)bytes[start]))
        {
            start++;
        }

        int end = start;
        while (end < bytes.Length && char.IsAsciiDigit((char)bytes[end]))
        {
            end++;
        }

        return Replace(bytes, start, end - start, Token());
    }

    private static byte[] Replace(byte[] bytes, int start, int length, byte[] part) =>
        [.. bytes.AsSpan(0, start), .. part, .. bytes.AsSpan(start + length)];
}
