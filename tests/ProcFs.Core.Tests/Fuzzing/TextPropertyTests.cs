using System.Globalization;
using System.Numerics;
using System.Text;
using CsCheck;
using ProcFs.Text;

namespace ProcFs.Fuzzing;

/// <summary>Properties of all texts and numbers: nothing is lost in converting from bytes and back.</summary>
public sealed class TextPropertyTests
{
    [Fact]
    public void Bytes_survive_as_text() =>
        ByteStrings.Any.Sample(bytes => LosslessText.Encode(LosslessText.Decode(bytes)).AsSpan().SequenceEqual(bytes), iter: ByteStrings.Inputs);

    [Fact]
    public void What_is_shown_steers_no_terminal_and_is_not_escaped_twice() => ByteStrings.Any.Sample(
        bytes =>
        {
            string shown = DisplayText.Escape(LosslessText.Decode(bytes));
            return !shown.Any(char.IsControl) && DisplayText.Escape(shown) == shown;
        },
        iter: ByteStrings.Inputs);

    // mangle_path() of fs/seq_file.c, with the characters that fs/proc_namespace.c passes for names and options.
    [Theory]
    [InlineData(" \t\n\\#")]
    [InlineData(" \t\n\\#,=\"")]
    public void A_name_that_the_kernel_has_escaped_comes_back(string escaped)
    {
        byte[] set = Encoding.ASCII.GetBytes(escaped);
        ByteStrings.Any.Sample(
            bytes =>
            {
                byte[] mangled = [.. bytes.SelectMany(value => set.Contains(value) ? Octal(value) : [value])];
                return OctalEscapes.Decode(mangled, set).SequenceEqual(bytes) && PathEscapes.Decode(mangled, set) == LosslessText.Decode(bytes);
            },
            iter: ByteStrings.Inputs);
    }

    // proc_task_name() of fs/proc/array.c.
    [Fact]
    public void The_name_in_status_comes_back() => ByteStrings.Any.Sample(
        bytes =>
        {
            byte[] escaped = [.. bytes.SelectMany(value => value switch { (byte)'\n' => "\\n"u8.ToArray(), (byte)'\\' => "\\\\"u8.ToArray(), _ => [value] })];
            return BackslashEscapes.Decode(escaped) == LosslessText.Decode(bytes);
        },
        iter: ByteStrings.Inputs);

    [Fact]
    public void Decoding_never_makes_a_text_longer() => ByteStrings.Any.Sample(
        bytes => OctalEscapes.Decode(bytes, " \t\n\\"u8).Length <= bytes.Length && LosslessText.Encode(BackslashEscapes.Decode(bytes)).Length <= bytes.Length,
        iter: ByteStrings.Inputs);

    [Fact]
    public void A_number_is_read_exactly_or_not_at_all() => Gen.OneOf("-0123456789".ToCharArray()).Array[0, 24].Sample(
        digits =>
        {
            string text = new(digits);
            byte[] bytes = Encoding.ASCII.GetBytes(text);
            bool isNumber = BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out BigInteger number);
            bool isLong = isNumber && number >= long.MinValue && number <= long.MaxValue;
            bool isUnsigned = isNumber && !text.StartsWith('-') && number <= ulong.MaxValue;
            return Number.TryInt64(bytes, out long signed) == isLong && (!isLong || signed == number)
                && Number.TryUInt64(bytes, out ulong unsigned) == isUnsigned && (!isUnsigned || unsigned == number);
        },
        iter: ByteStrings.Inputs);

    [Fact]
    public void A_number_in_hexadecimal_and_octal_comes_back() => Gen.ULong.Sample(
        number =>
        {
            byte[] hex = Encoding.ASCII.GetBytes(number.ToString("x", CultureInfo.InvariantCulture));
            byte[] octal = Encoding.ASCII.GetBytes(Convert.ToString((long)(number >> 4), 8));
            return Number.TryHex(hex, out ulong read) && read == number
                && Number.TakeHex([.. hex, (byte)'-'], out ulong taken) == hex.Length && taken == number
                && Number.TryOctal(octal, out long value) && value == (long)(number >> 4);
        },
        iter: ByteStrings.Inputs);

    [Fact]
    public void A_set_of_cpus_comes_back_from_its_list_and_from_its_mask() => Gen.Int[0, 300].HashSet[0, 40].Sample(
        cpus =>
        {
            int[] expected = [.. cpus.Order()];
            bool isList = IndexSet.TryParseList(Encoding.ASCII.GetBytes(string.Join(',', expected)), out IndexSet list);
            bool isAgain = IndexSet.TryParseList(Encoding.ASCII.GetBytes($"{list}"), out IndexSet again);
            bool isMask = IndexSet.TryParseMask(Encoding.ASCII.GetBytes(MaskOf(expected)), out IndexSet mask);
            return isList && isAgain && isMask && list.Indexes.SequenceEqual(expected) && again.Equals(list) && mask.Equals(list);
        },
        iter: ByteStrings.Inputs);

    [Fact]
    public void A_wildcard_finds_the_same_in_text_and_in_bytes() =>
        Gen.Select(Gen.OneOf("ab*?".ToCharArray()).Array[0, 6], Gen.OneOf("abAB".ToCharArray()).Array[0, 8]).Sample(
            (pattern, text) =>
            {
                var wildcard = new Wildcard(new string(pattern));
                bool expected = Matches(pattern, text);
                return wildcard.IsMatch(text) == expected && wildcard.IsMatch(Encoding.ASCII.GetBytes(text)) == expected;
            },
            iter: ByteStrings.Inputs);

    [Fact]
    public void What_is_cut_fits() => Gen.Select(ByteStrings.Any, Gen.Int[1, 30]).Sample(
        (bytes, width) =>
        {
            string shown = DisplayText.Escape(LosslessText.Decode(bytes));
            return TextWidth.Of(TextWidth.Cut(shown, width)) <= width && TextWidth.Of(TextWidth.CutPath(shown, width)) <= width;
        },
        iter: ByteStrings.Inputs);

    private static byte[] Octal(byte value) => Encoding.ASCII.GetBytes($"\\{Convert.ToString(value, 8).PadLeft(3, '0')}");

    // The format of "%*pb": groups of 32 bits, the highest first.
    private static string MaskOf(int[] cpus)
    {
        uint[] groups = new uint[((cpus.Length == 0 ? 0 : cpus[^1]) / 32) + 1];
        Array.ForEach(cpus, cpu => groups[cpu / 32] |= 1u << (cpu % 32));
        return string.Join(',', groups.Reverse().Select(group => group.ToString("x8", CultureInfo.InvariantCulture)));
    }

    // The definition, plain but slow.
    private static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text) => pattern switch
    {
        [] => text.IsEmpty,
        ['*', .. var rest] => Matches(rest, text) || (!text.IsEmpty && Matches(pattern, text[1..])),
        ['?', .. var rest] => !text.IsEmpty && Matches(rest, text[1..]),
        [var letter, .. var rest] => !text.IsEmpty && char.ToLowerInvariant(letter) == char.ToLowerInvariant(text[0]) && Matches(rest, text[1..]),
    };
}
