namespace ProcFs.Text;

/// <summary>Finds the one value that is wanted of a file that holds a key and a value a line.</summary>
internal static class KeyedValue
{
    /// <summary>The first word behind the <paramref name="key"/>, which ends with the colon; empty where no line begins with it.</summary>
    public static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> text, ReadOnlySpan<byte> key)
    {
        while (true)
        {
            int start = text.IndexOf(key);
            if (start < 0)
            {
                return default;
            }

            ReadOnlySpan<byte> rest = text[(start + key.Length)..];
            if (start == 0 || text[start - 1] == '\n')
            {
                int end = rest.IndexOf((byte)'\n');
                return new FieldScanner(end < 0 ? rest : rest[..end]).Next();
            }

            text = rest;
        }
    }

    /// <summary>The number behind the key; null where there is none.</summary>
    public static ulong? Number(ReadOnlySpan<byte> text, ReadOnlySpan<byte> key) =>
        Text.Number.TryUInt64(Find(text, key), out ulong value) ? value : null;

    /// <summary>The size behind the key, which is written in kB; null where there is none.</summary>
    public static long? Size(ReadOnlySpan<byte> text, ReadOnlySpan<byte> key) => (long?)Number(text, key) * 1024;
}
