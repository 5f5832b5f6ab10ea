using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace ProcFs.Text;

/// <summary>
/// Converts bytes to text and back without loss. Valid UTF-8 becomes that text; each other byte becomes one lone low surrogate U+DC80..U+DCFF, which no valid UTF-8
/// contains (the scheme of Python's PEP 383).
/// </summary>
public static class LosslessText
{
    private const char FirstEscape = '\uDC80';
    private const char LastEscape = '\uDCFF';

    /// <summary>The text of <paramref name="bytes"/>.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return "";
        }

        return Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : DecodeEscaping(bytes);
    }

    /// <summary>The bytes from which <see cref="Decode"/> created <paramref name="text"/>.</summary>
    public static byte[] Encode(ReadOnlySpan<char> text)
    {
        var bytes = new ArrayBufferWriter<byte>(Math.Max(text.Length, 1));
        while (!text.IsEmpty)
        {
            OperationStatus status = Rune.DecodeFromUtf16(text, out Rune rune, out int used);
            if (status == OperationStatus.Done)
            {
                bytes.Advance(rune.EncodeToUtf8(bytes.GetSpan(4)));
            }
            else
            {
                WriteUnpaired(bytes, text[0]);
            }

            text = text[used..];
        }

        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Whether <paramref name="character"/> stands for a byte that is not UTF-8.</summary>
    public static bool IsEscapedByte(char character) => character is >= FirstEscape and <= LastEscape;

    private static void WriteUnpaired(ArrayBufferWriter<byte> bytes, char character)
    {
        if (IsEscapedByte(character))
        {
            bytes.GetSpan(1)[0] = (byte)(character - 0xDC00);
            bytes.Advance(1);
            return;
        }

        bytes.Advance(Rune.ReplacementChar.EncodeToUtf8(bytes.GetSpan(4)));
    }

    private static string DecodeEscaping(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        Span<char> pair = stackalloc char[2];
        while (!bytes.IsEmpty)
        {
            OperationStatus status = Rune.DecodeFromUtf8(bytes, out Rune rune, out int used);
            if (status == OperationStatus.Done)
            {
                text.Append(pair[..rune.EncodeToUtf16(pair)]);
            }
            else
            {
                foreach (byte odd in bytes[..used])
                {
                    text.Append((char)(0xDC00 + odd));
                }
            }

            bytes = bytes[used..];
        }

        return text.ToString();
    }
}
