namespace ProcFs.Text;

/// <summary>
/// The reader of a file that holds a key and a value a line ("VmRSS:	 1234 kB"). One table names the keys of a type and says
/// what each sets; keys that the table does not know are kept, since every kernel adds some.
/// </summary>
/// <typeparam name="T">The object that the file is read into.</typeparam>
internal sealed class KeyedFields<T>(params KeyedFields<T>.Field[] fields)
{
    /// <summary>Sets what the value says; false where the value is not of the form that the key asks for.</summary>
    public delegate bool Setter(T target, ReadOnlySpan<byte> value, ProcSource source);

    /// <summary>Reads all lines of <paramref name="text"/> into <paramref name="target"/>, a part of a file behind <paramref name="linesBefore"/> others.</summary>
    /// <returns>The keys that the table does not know, with their values as text; empty where there were none.</returns>
    public IReadOnlyDictionary<string, string> Read(ReadOnlySpan<byte> text, T target, ProcSource source, int linesBefore = 0) =>
        Read(text, target, source, out _, linesBefore);

    /// <summary>Does the same, and says with a bit for each key of the table which the text has.</summary>
    public IReadOnlyDictionary<string, string> Read(ReadOnlySpan<byte> text, T target, ProcSource source, out UInt128 found, int linesBefore = 0)
    {
        found = UInt128.Zero;
        Dictionary<string, string>? unknown = null;
        int expected = 0;
        int lineNumber = linesBefore;
        while (!text.IsEmpty)
        {
            int end = text.IndexOf((byte)'\n');
            ReadOnlySpan<byte> line = end < 0 ? text : text[..end];
            text = end < 0 ? default : text[(end + 1)..];
            lineNumber++;

            int colon = line.IndexOf((byte)':');
            if (colon < 0)
            {
                throw source.Malformed(lineNumber, line, "a key and a value with a colon between them");
            }

            ReadOnlySpan<byte> key = line[..colon].TrimEnd(" \t"u8);
            ReadOnlySpan<byte> rest = line[(colon + 1)..];
            ReadOnlySpan<byte> value = rest.TrimStart(" \t"u8);
            int index = IndexOf(key, expected);
            if (index < 0)
            {
                (unknown ??= [])[LosslessText.Decode(key)] = LosslessText.Decode(value);
                continue;
            }

            expected = index + 1;
            found |= UInt128.One << index;
            bool isExact = fields[index].KeepsSpaces && rest is [(byte)'\t', ..];
            if (!fields[index].Set(target, isExact ? rest[1..] : value, source))
            {
                throw source.Malformed(lineNumber, line, fields[index].Expected);
            }
        }

        return unknown ?? (IReadOnlyDictionary<string, string>)System.Collections.Frozen.FrozenDictionary<string, string>.Empty;
    }

    /// <summary>Why the properties are null whose keys the text lacks.</summary>
    public IReadOnlyDictionary<string, UnavailableReason> Unavailable(UInt128 found, Func<Field, UnavailableReason?> reason) =>
        Unavailable(fields, found, reason);

    /// <inheritdoc cref="Unavailable(UInt128, Func{Field, UnavailableReason?})"/>
    public static IReadOnlyDictionary<string, UnavailableReason> Unavailable(
        ReadOnlySpan<Field> table,
        UInt128 found,
        Func<Field, UnavailableReason?> reason)
    {
        var missing = default(UnavailableFields);
        for (int i = 0; i < table.Length; i++)
        {
            if ((found & (UInt128.One << i)) == 0)
            {
                foreach (string property in table[i].Properties)
                {
                    missing.Add(property, reason(table[i]));
                }
            }
        }

        return missing.ToDictionary();
    }

    // The kernel writes the keys in the order of the table, so the next one is nearly always the one expected.
    private int IndexOf(ReadOnlySpan<byte> key, int expected)
    {
        for (int i = 0; i < fields.Length; i++)
        {
            int index = expected + i;
            index = index < fields.Length ? index : index - fields.Length;
            if (fields[index].Key.AsSpan().SequenceEqual(key))
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>One key.</summary>
    public sealed class Field(string key, string expected, Setter set)
    {
        /// <summary>A key that sets the property which the text of the setter names: <c>(status, value) => status.Threads = value</c>.</summary>
        public Field(string key, string expected, string setter, Setter set)
            : this(key, expected, set)
        {
            int start = setter.IndexOf('.', StringComparison.Ordinal) + 1;
            int end = setter.IndexOf(" =", start, StringComparison.Ordinal);
            Properties = start > 0 && end > start ? [setter[start..end]] : [];
        }

        public byte[] Key { get; } = System.Text.Encoding.ASCII.GetBytes(key);

        /// <summary>The properties that the key sets and that are null without it.</summary>
        public string[] Properties { get; init; } = [];

        /// <summary>What the value has to be, for the error.</summary>
        public string Expected => expected;

        /// <summary>Whether only the tab behind the colon is no part of the value: a name may begin with spaces.</summary>
        public bool KeepsSpaces { get; init; }

        public bool Set(T target, ReadOnlySpan<byte> value, ProcSource source) => set(target, value, source);
    }
}
