using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of a file in which a driver or a file system reports in a format of its own: a name and a value, or only words, possibly below a heading.
/// </summary>
public sealed class ReportLine : ITable<ReportLine>
{
    private const int TabWidth = 8;

    private ReportLine()
    {
    }

    /// <summary>The text before the colon, equals sign or tab; the whole line if it has none of these.</summary>
    public required string Name { get; init; }

    /// <summary>The text after it: a number (Int64) or text; null if it is empty.</summary>
    public required object? Value { get; init; }

    /// <summary>The name of the last preceding line with less indentation or without a value; null if there is none.</summary>
    public required string? Section { get; init; }

    /// <summary>The indentation, in blanks.</summary>
    public required int Indentation { get; init; }

    internal static View View => new(
        typeof(ReportLine),
        new(nameof(Section), 20),
        new(nameof(Name), 32),
        new(nameof(Value)));

    /// <summary>The name and the value: <c>state: open</c>.</summary>
    public override string ToString() => DisplayText.Escape(Value is null ? Name : $"{Name}: {Value}");

    static string IRow<ReportLine>.NameOf(ReportLine row) => row.Name.Replace('/', '_');

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<ReportLine, bool> emit)
    {
        var above = new Stack<(int Indentation, string Name)>();
        string? heading = null;
        Lines.ReadSections(
            source,
            static line => Grammar.Value.Trim(line).IsEmpty,
            static _ => { },
            (line, from) =>
            {
                int indentation = IndentationOf(line);
                while (above.TryPeek(out (int Indentation, string Name) last) && last.Indentation >= indentation)
                {
                    above.Pop();
                }

                string? section = above.TryPeek(out (int Indentation, string Name) parent) ? parent.Name : heading;
                ReportLine row = Parse(Grammar.Value.Trim(line), section, indentation, from);
                above.Push((indentation, row.Name));
                heading = row.Value is null && indentation == 0 ? row.Name : heading;
                return row;
            },
            "a name and a value",
            emit);
    }

    private static ReportLine Parse(ReadOnlySpan<byte> text, string? section, int indentation, ProcSource source)
    {
        int end = EndOfName(text);
        ReadOnlySpan<byte> value = end < 0 ? default : Grammar.Value.Trim(text[(end + 1)..]);
        return new ReportLine
        {
            Name = source.Intern(Grammar.Value.Trim(end < 0 ? text : text[..end])),
            Value = value.IsEmpty ? null : Grammar.Value.TryRead(value, source, out long count) ? count : source.Intern(value),
            Section = section,
            Indentation = indentation,
        };
    }

    // A colon within a word, as in an address, does not separate a name from a value.
    private static int EndOfName(ReadOnlySpan<byte> text)
    {
        for (int i = 1; i < text.Length; i++)
        {
            if (text[i] is (byte)'=' or (byte)'\t' || (text[i] == ':' && (i + 1 == text.Length || text[i + 1] is (byte)' ' or (byte)'\t')))
            {
                // A tab before a colon or an equals sign only pads the column.
                ReadOnlySpan<byte> behind = text[(i + 1)..].TrimStart(" \t"u8);
                return text[i] == '\t' && behind is [(byte)':' or (byte)'=', ..] ? text.Length - behind.Length : i;
            }
        }

        return -1;
    }

    private static int IndentationOf(ReadOnlySpan<byte> line)
    {
        int width = 0;
        foreach (byte blank in line)
        {
            if (blank is not ((byte)' ' or (byte)'\t'))
            {
                break;
            }

            width = blank == '\t' ? (width / TabWidth * TabWidth) + TabWidth : width + 1;
        }

        return width;
    }
}
