using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/dynamic_debug/control</c>: a debug message of the kernel that can be enabled. Source:
/// Documentation/admin-guide/dynamic-debug-howto.rst, ddebug_proc_show() of lib/dynamic_debug.c.
/// </summary>
public sealed class DebugMessage : ITable<DebugMessage>
{
    private DebugMessage()
    {
    }

    /// <summary>The source file: <c>init/main.c</c>.</summary>
    [Unit(Unit.Path)] public required string File { get; init; }

    /// <summary>The line in the source file; null if it cannot be read.</summary>
    public required int? Line { get; init; }

    /// <summary>The module, or the part of the kernel.</summary>
    public required string Module { get; init; }

    /// <summary>The function.</summary>
    public required string Function { get; init; }

    /// <summary>The flags: <c>p</c> if it is enabled, with letters for its prefix; <c>_</c> if it is disabled.</summary>
    public required string Flags { get; init; }

    /// <summary>Whether it is enabled.</summary>
    public bool IsEnabled => Flags.Contains('p');

    /// <summary>The message, as in the source; control characters are in octal.</summary>
    public required string Format { get; init; }

    /// <summary>The class that enables it; null for none.</summary>
    public required string? Class { get; init; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public required IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; init; }

    internal static View View => new(
        typeof(DebugMessage),
        new(nameof(IsEnabled), 9),
        new(nameof(Module), 16),
        new(nameof(Function), 28),
        new(nameof(Format)));

    /// <summary>The place and the message.</summary>
    public override string ToString() => DisplayText.Escape($"{File}:{Line} {Format}");

    static string IRow<DebugMessage>.NameOf(DebugMessage row) => $"{row.File.Replace('/', '_')}:{row.Line}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<DebugMessage, bool> emit) =>
        Lines.ReadBelow(source, "#"u8, static (line, _, from) => Parse(line, from), "a place, flags and a message", emit);

    // init/main.c:1179 [main]initcall_blacklist =p "blacklisting %s\012" class:DRM_UT_CORE
    private static DebugMessage? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        int open = line.IndexOf(" ["u8);
        int close = line.IndexOf((byte)']');
        int flags = line.IndexOf(" ="u8);
        int quote = line.IndexOf((byte)'"');
        int end = line.LastIndexOf((byte)'"');
        int colon = open < 0 ? -1 : line[..open].LastIndexOf((byte)':');
        if (colon < 1 || close < open || flags < close || quote < flags || end <= quote)
        {
            return null;
        }

        bool isLine = Number.TryInt32(line[(colon + 1)..open], out int number);
        ReadOnlySpan<byte> behind = Value.Trim(line[(end + 1)..]);
        return new DebugMessage
        {
            File = source.Intern(line[..colon]),
            Line = isLine ? number : null,
            Module = source.Intern(line[(open + 2)..close]),
            Function = source.Intern(line[(close + 1)..flags]),
            Flags = source.Intern(Value.Trim(line[(flags + 2)..quote])),
            Format = source.Intern(line[(quote + 1)..end]),
            Class = behind.StartsWith("class:"u8) ? source.Intern(behind["class:"u8.Length..]) : null,
            Unavailable = UnavailableFields.OfMissing(isLine ? null : UnavailableReason.Malformed, (nameof(Line), isLine ? number : null)),
        };
    }
}
