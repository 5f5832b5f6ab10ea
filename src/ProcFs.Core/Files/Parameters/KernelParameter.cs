using System.Globalization;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a file of <c>/proc/sys</c>, and settings of a process such as <c>oom_score_adj</c>: a value that can be read or written. Source: sysctl(8), the kernel's
/// Documentation/admin-guide/sysctl.
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

    /// <summary>The name in the notation of sysctl: <c>vm.swappiness</c>. A dot inside of a path component becomes a slash.</summary>
    public string Name { get; }

    /// <summary>
    /// The value: a number (Int64), several numbers (an array), text, or a type of the catalog. Null if it cannot be read, because it is write-only or access is
    /// denied.
    /// </summary>
    public object? Value { get; }

    /// <summary>The value as the kernel writes it, without the trailing newline; null if it cannot be read.</summary>
    public string? Text { get; }

    /// <summary>Whether the mode of the file lets its owner read it.</summary>
    public required bool CanRead { get; init; }

    /// <summary>Whether the mode of the file lets its owner write it.</summary>
    public required bool CanWrite { get; init; }

    /// <summary>The description, in one line; null if the catalog does not have it.</summary>
    public required string? Description { get; init; }

    /// <summary>The unit of the value: <c>s</c>, <c>1/100 s</c>, <c>bytes</c>, <c>kB</c>, <c>%</c>, <c>bit mask</c>; null if it has none, or the catalog does not have it.</summary>
    public required string? Unit { get; init; }

    /// <summary>The smallest value that the kernel takes or gives a meaning to; null without such a bound, or if the catalog does not have it.</summary>
    public required long? Minimum { get; init; }

    /// <summary>The largest value that the kernel takes or gives a meaning to; null without such a bound, or if the catalog does not have it.</summary>
    public required long? Maximum { get; init; }

    /// <summary>The process to which the setting belongs; null for a setting of the machine.</summary>
    public int? ProcessId { get; }

    /// <summary>The file.</summary>
    public string ProcPath { get; }

    internal static View View => new(
        typeof(KernelParameter),
        new(nameof(Name), 34),
        new(nameof(Value), 22) { With = [nameof(Text)], Show = Cells.Parameter, IsInList = true },
        new(nameof(Description)));

    /// <summary>The setting on one line, as sysctl(8) writes it: <c>vm.swappiness = 60</c>, or for a process <c>1234:oom_score_adj = 0</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{(ProcessId is { } id ? $"{id}:" : "")}{Name} = {OnOneLine(Text ?? "").Replace('\t', ' ')}");

    /// <summary>
    /// The content without the one newline that the kernel adds, because a name can end with another. Some security modules end labels with a NUL.
    /// </summary>
    internal static string TextOf(ReadOnlySpan<byte> content) =>
        LosslessText.Decode(ParameterValue.WithoutNewline(content).TrimEnd((byte)0));

    /// <summary>A value of several lines on one line, without the padding of the kernel's columns.</summary>
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
            // A number with leading zeros is a hexadecimal mask, and must not be parsed as decimal.
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
