using System.Globalization;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/&lt;pid&gt;/autogroup</c>: the autogroup, which is the scheduling group that the kernel created for the session of the process, and its nice
/// value. Writing a number sets the nice value. Source: sched(7), kernel/sched/autogroup.c.
/// </summary>
public sealed class Autogroup
{
    private Autogroup(long id, int nice)
    {
        GroupId = id;
        Nice = nice;
    }

    internal static ParameterForm Form { get; } = new() { Parse = Parse, Format = Format };

    /// <summary>The number of the group.</summary>
    public long GroupId { get; }

    /// <summary>The nice value of the group relative to other groups, from 19 (low) to -20 (high).</summary>
    public int Nice { get; }

    internal static View View => new(
        typeof(Autogroup),
        new(nameof(GroupId), 10),
        new(nameof(Nice), 5));

    /// <summary>The group as the kernel writes it.</summary>
    public override string ToString() => $"/autogroup-{GroupId} nice {Nice}";

    /// <summary>The nice value of a group, or of its text; null for any other value.</summary>
    internal static string? Format(object value) => value switch
    {
        Autogroup group => group.Nice.ToString(CultureInfo.InvariantCulture),
        string text when TryParse(LosslessText.Encode(text)) is { } group => group.Nice.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>Parses the text of the file; null if the process is in an explicit control group, so that no autogroup applies.</summary>
    internal static object? Parse(ReadOnlySpan<byte> content, ProcSource source)
    {
        ReadOnlySpan<byte> line = content.TrimEnd((byte)'\n');
        if (line.IsEmpty)
        {
            return null;
        }

        return TryParse(line) ?? throw source.Malformed(1, line, "a group and its nice value, such as \"/autogroup-25 nice 0\"");
    }

    private static Autogroup? TryParse(ReadOnlySpan<byte> line)
    {
        var fields = new FieldScanner(line);
        ReadOnlySpan<byte> name = fields.Next();
        return name.StartsWith("/autogroup-"u8)
            && Number.TryInt64(name["/autogroup-"u8.Length..], out long id)
            && fields.Next().SequenceEqual("nice"u8)
            && fields.TryInt32(out int nice)
                ? new Autogroup(id, nice)
                : null;
    }
}
