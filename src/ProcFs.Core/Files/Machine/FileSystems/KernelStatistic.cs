using ProcFs.IO;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of a file of <c>/proc/spl/kstat</c>: a ZFS statistic. A file has a name in each line, or a line of names and one of values. Source:
/// kstat_seq_show() of module/os/linux/spl/spl-kstat.c of OpenZFS.
/// </summary>
public sealed class KernelStatistic : ITable<KernelStatistic>
{
    private const string Form = "a name, a type and a value";
    private const int HeaderWords = 7;

    private KernelStatistic()
    {
    }

    /// <summary>The name: <c>hits</c>, <c>nread</c>.</summary>
    public required string Name { get; init; }

    /// <summary>A number (Int64), in which larger values wrap to negative ones, or a text such as the name of a dataset.</summary>
    public required object Value { get; init; }

    /// <summary>The type number: 4 for 64 bits, 7 for text; null if the file does not include it.</summary>
    public required int? Type { get; init; }

    /// <summary>Why fields are null: names of properties with the reason.</summary>
    public required IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; init; }

    internal static View View => new(
        typeof(KernelStatistic),
        new(nameof(Name), 40),
        new(nameof(Value)));

    /// <summary>The name and the value: <c>hits = 8772612</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Name} = {Value}");

    static string IRow<KernelStatistic>.NameOf(KernelStatistic row) => row.Name.Replace('/', '_');

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<KernelStatistic, bool> emit)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(emit);
        var lines = new LineScanner(source.ReadAll(new ReadBuffer()));
        bool hasHeader = lines.Next() && IsHeader(lines.Line);
        if (!hasHeader)
        {
            string path = source.RelativePath;
            _ = !lines.Line.IsEmpty && emit(Of(path[(path.LastIndexOf('/') + 1)..], lines.Line, null, source));
            return;
        }

        while (lines.Next() && lines.Line.IsEmpty)
        {
        }

        if (!lines.Line.StartsWith("name "u8))
        {
            ReadColumns(ref lines, source, emit);
            return;
        }

        while (lines.Next())
        {
            if (Parse(lines.Line, source) is not { } row)
            {
                if (!lines.Line.IsEmpty)
                {
                    source.Report(source.Malformed(lines.Number, lines.Line, Form));
                }
            }
            else if (!emit(row))
            {
                return;
            }
        }
    }

    // "13 1 0x01 92 4368 5266997922 97951858082072": id, type, flags, count, size and two times. Other files contain one word.
    private static bool IsHeader(ReadOnlySpan<byte> line) => Grammar.Value.CountWords(line) == HeaderWords;

    private static KernelStatistic? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        var words = new FieldScanner(line);
        ReadOnlySpan<byte> name = words.Next();
        bool isType = Number.TryInt32(words.Next(), out int type);
        ReadOnlySpan<byte> value = Grammar.Value.Trim(words.Rest);
        return value.IsEmpty ? null : Of(source.Intern(name), value, isType ? type : null, source, isType ? null : UnavailableReason.Malformed);
    }

    // A line of names, followed by lines of values.
    private static void ReadColumns(ref LineScanner lines, ProcSource source, Func<KernelStatistic, bool> emit)
    {
        var names = new FieldScanner(lines.Line);
        lines.Next();
        var values = new FieldScanner(lines.Line);
        for (ReadOnlySpan<byte> value = values.Next(); !value.IsEmpty; value = values.Next())
        {
            if (!emit(Of(source.Intern(names.Next()), value, null, source)))
            {
                return;
            }
        }
    }

    private static KernelStatistic Of(string name, ReadOnlySpan<byte> text, int? type, ProcSource source, UnavailableReason? reason = null) => new()
    {
        Name = name,
        Value = Grammar.Value.TryRead(text, source, out long number) ? number : source.Intern(text),
        Type = type,
        Unavailable = UnavailableFields.OfMissing(reason, (nameof(Type), type)),
    };
}
