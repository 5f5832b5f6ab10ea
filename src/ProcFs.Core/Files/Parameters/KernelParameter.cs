using System.Globalization;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a file of <c>/proc/sys</c>, and the settings of a process such as <c>oom_score_adj</c>: a value that can be read or written. Source:
/// sysctl(8), the kernel's Documentation/admin-guide/sysctl.
/// </summary>
public sealed class KernelParameter
{
    internal KernelParameter(string path, string name, byte[]? content, RecordParser<object?>? parse, ProcSource source)
    {
        ProcPath = path;
        Name = name;
        ProcessId = source.ProcessId;
        if (content is not null)
        {
            Text = TextOf(content);
            Value = parse is null ? ValueOf(Text) : parse(content, source);
        }
    }

    /// <summary>The name as sysctl has it: <c>vm.swappiness</c>. A dot inside a part of the path is a slash here.</summary>
    public string Name { get; }

    /// <summary>
    /// The value: a number (Int64), several numbers (an array), text, or what the catalog makes of it. Null where it cannot be read: it is only written, or the
    /// caller may not.
    /// </summary>
    public object? Value { get; }

    /// <summary>The value as the kernel writes it, without the newline at its end; null where it cannot be read.</summary>
    public string? Text { get; }

    /// <summary>Whether the file's mode lets its owner read it.</summary>
    public required bool CanRead { get; init; }

    /// <summary>Whether the file's mode lets its owner write it.</summary>
    public required bool CanWrite { get; init; }

    /// <summary>What it sets, in one line; null where the catalog does not know it.</summary>
    public required string? Description { get; init; }

    /// <summary>The process whose setting it is; null for one of the machine.</summary>
    public int? ProcessId { get; }

    /// <summary>The file.</summary>
    public string ProcPath { get; }

    internal static View View => new(
        typeof(KernelParameter),
        new(nameof(Name), 34),
        new(nameof(Value), 22) { With = [nameof(Text)], Show = Cells.Parameter, IsInList = true },
        new(nameof(Description)));

    /// <summary>The setting, in one line as sysctl(8) writes it: <c>vm.swappiness = 60</c>; of a process <c>1234:oom_score_adj = 0</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{(ProcessId is { } id ? $"{id}:" : "")}{Name} = {OnOneLine(Text ?? "").Replace('\t', ' ')}");

    /// <summary>The content without the one newline that the kernel adds: a name may end with another. Some security modules end labels with a NUL.</summary>
    internal static string TextOf(ReadOnlySpan<byte> content) =>
        LosslessText.Decode(ParameterValue.WithoutNewline(content).TrimEnd((byte)0));

    /// <summary>A value of several lines on one, without the spaces by which the kernel pads its fields into columns.</summary>
    internal static string OnOneLine(string text) =>
        string.Join("; ", text.Split('\n').Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))));

    internal static string NameOf(string path)
    {
        const string Area = "sys/";
        return path.StartsWith(Area, StringComparison.Ordinal)
            ? string.Join('.', path[Area.Length..].Split('/').Select(part => part.Replace('.', '/')))
            : path[(path.LastIndexOf('/') + 1)..];
    }

    private static object ValueOf(string text)
    {
        string[] parts = text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        long[] numbers = new long[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            // A number with zeros in front is a mask in hexadecimal, whose digits must not be read as decimal ones.
            bool isNumber = long.TryParse(parts[i], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out numbers[i]);
            if (!isNumber || numbers[i].ToString(CultureInfo.InvariantCulture) != parts[i])
            {
                return text;
            }
        }

        return numbers.Length switch
        {
            0 => text,
            1 => numbers[0],
            _ => numbers,
        };
    }
}
