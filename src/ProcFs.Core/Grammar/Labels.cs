namespace ProcFs.Grammar;

/// <summary>
/// The grammar of a line with several labels, each followed by its value: <c>TCP status: 1 Instance: 2 Dialect 0x311</c>. The labels are the keys of the object;
/// they can contain blanks, and a colon, an equals sign or a blank follows. A value extends to the next label; a label unknown to the object is kept with its value,
/// and so is the text before the first label.
/// </summary>
internal static class Labels
{
    private const int None = -1;

    /// <summary>Fills <paramref name="target"/> with the values of one line.</summary>
    public static void ReadLine(ReadOnlySpan<byte> line, IFields target, ProcSource source)
    {
        KeyTable keys = target.Keys;
        int label = None;
        int start = 0;
        for (int i = 0; i < line.Length; i++)
        {
            bool isStart = i == 0 || line[i - 1] is (byte)' ' or (byte)'\t' or (byte)',';
            int next = isStart ? LabelAt(line[i..], in keys) : None;
            if (next >= 0)
            {
                Take(label, line[start..i], target, source);
                label = next;
                start = Math.Min(i + keys[next].Length + 1, line.Length);
                i = start - 1;
            }
        }

        Take(label, line[start..], target, source);
    }

    // The longest label that begins the text.
    private static int LabelAt(ReadOnlySpan<byte> text, in KeyTable keys)
    {
        int found = None;
        for (int i = 0; i < keys.Count; i++)
        {
            ReadOnlySpan<byte> key = keys[i];
            bool isLabel = text.StartsWith(key) && text.Length > key.Length && text[key.Length] is (byte)':' or (byte)'=' or (byte)' ' or (byte)'\t';
            if (isLabel && (found < 0 || key.Length > keys[found].Length))
            {
                found = i;
            }
        }

        return found;
    }

    private static void Take(int label, ReadOnlySpan<byte> text, IFields target, ProcSource source)
    {
        ReadOnlySpan<byte> value = Value.Trim(Value.Trim(text).TrimEnd((byte)','));
        int end = EndOfValue(value, out byte separator);
        if (label != None)
        {
            target.Set(label, end < 0 ? value : value[..end], source);
            value = end < 0 ? default : Value.Trim(value[(separator == '=' ? end + 1 : end)..]);
        }

        if (!value.IsEmpty)
        {
            int colon = value.IndexOf(separator);
            target.Keep(colon < 0 ? value : value[..colon], colon < 0 ? default : Value.Trim(value[(colon + 1)..]), source);
        }
    }

    // "5 New label: 7", "5,new=7"
    private static int EndOfValue(ReadOnlySpan<byte> value, out byte separator)
    {
        int end = value.IndexOfAny((byte)' ', (byte)'\t');
        int comma = value.IndexOf((byte)',');
        bool isList = comma > 0 && value.IndexOf((byte)'=') > comma;
        separator = isList ? (byte)'=' : (byte)':';
        return isList ? comma : end > 0 && value.IndexOf(": "u8) > end ? end : None;
    }
}
