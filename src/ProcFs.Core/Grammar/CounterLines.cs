using ProcFs.Text;

namespace ProcFs.Grammar;

/// <summary>
/// The grammar of a file of counters, a name and a number a line (<c>net/snmp6</c>): the object has a property for those that are well known, and each one is
/// in a dictionary by the kernel's name. A value that is no number is kept as text. Empty lines are passed over.
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
    /// <param name="name">Its name.</param>
    /// <param name="value">Its number.</param>
    /// <param name="target">The object that it is a field of.</param>
    /// <param name="keys">The keys of that object.</param>
    /// <param name="expected">Which of them is likely to come: the one behind the last.</param>
    /// <param name="counters">All counters by their names.</param>
    /// <param name="source">Where they come from.</param>
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
