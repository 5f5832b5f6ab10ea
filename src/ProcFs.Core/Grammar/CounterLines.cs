using ProcFs.Text;

namespace ProcFs.Grammar;

/// <summary>
/// The grammar of a file of counters, with a name and a number per line (<c>net/snmp6</c>): the object has properties for the well-known ones, and a dictionary has
/// all of them by kernel name. A value that is not a number is kept as text. Empty lines are skipped.
/// </summary>
internal static class CounterLines
{
    /// <summary>Fills <paramref name="target"/> and <paramref name="counters"/> with the lines of <paramref name="text"/>.</summary>
    public static void Read(ReadOnlySpan<byte> text, IFields target, Dictionary<string, ulong> counters, ProcSource source)
    {
        KeyTable keys = target.Keys;
        int expected = 0;
        var lines = new LineScanner(text);
        while (lines.Next())
        {
            var words = new FieldScanner(lines.Line);
            ReadOnlySpan<byte> name = words.Next();
            if (!name.IsEmpty)
            {
                Take(name, Value.Trim(words.Rest), target, in keys, ref expected, counters, source);
            }
        }
    }

    /// <summary>Takes one counter.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The number.</param>
    /// <param name="target">The object with the fields.</param>
    /// <param name="keys">The keys of that object.</param>
    /// <param name="expected">The index of the most likely key: the one after the last.</param>
    /// <param name="counters">All counters by name.</param>
    /// <param name="source">The source of the text.</param>
    public static void Take(
        ReadOnlySpan<byte> name,
        ReadOnlySpan<byte> value,
        IFields target,
        in KeyTable keys,
        ref int expected,
        Dictionary<string, ulong> counters,
        ProcSource source)
    {
        int index = keys.IndexOf(name, expected);
        bool isNumber = Value.TryRead(value, source, out ulong number);
        if (index >= 0)
        {
            target.Set(index, value, source);
            expected = index + 1;
        }
        else if (!isNumber)
        {
            target.Keep(name, value, source);
        }

        if (isNumber)
        {
            counters[source.Intern(name)] = number;
        }
    }
}
