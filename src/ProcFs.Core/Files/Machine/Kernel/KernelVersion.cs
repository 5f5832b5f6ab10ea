using System.Globalization;
using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/version</c>: the running kernel, its builder, build time and compiler. Source: proc_version(5), linux_proc_banner of init/version-timestamp.c.
/// </summary>
public sealed class KernelVersion : IRecord<KernelVersion>
{
    private const string Form = "the name of a system, the word version and a release";

    private static readonly string[] s_dates = ["MMM d HH:mm:ss yyyy", "MMM d HH:mm:ss 'UTC' yyyy", "MMM d HH:mm:ss 'GMT' yyyy", "MMM d HH:mm:ss 'Z' yyyy"];

    private KernelVersion()
    {
    }

    /// <summary>The name of the system: <c>Linux</c>.</summary>
    public required string System { get; init; }

    /// <summary>The release, as shown by <c>uname -r</c>: <c>6.18.0</c>.</summary>
    public required string Release { get; init; }

    /// <summary>The user who built it; null if the text does not include it.</summary>
    public required string? Builder { get; init; }

    /// <summary>The machine on which it was built; null if the text does not include it.</summary>
    public required string? BuildHost { get; init; }

    /// <summary>The compiler, and on newer kernels the linker: <c>gcc (GCC) 15.1.0, GNU ld (GNU Binutils) 2.44</c>; null if the text does not include it.</summary>
    public required string? Compiler { get; init; }

    /// <summary>The version, as shown by <c>uname -v</c>: the number of builds of this tree, kernel features, and the build time.</summary>
    public required string Version { get; init; }

    /// <summary>The build time; null if the builder replaced it with other text, or its time zone abbreviation is ambiguous.</summary>
    public required DateTimeOffset? BuildTime { get; init; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public required IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; init; }

    internal static View View => new(
        typeof(KernelVersion),
        new(nameof(Release), 26),
        new(nameof(BuildTime), 19),
        new(nameof(Version)));

    /// <summary>The system and its release: <c>Linux 6.18.0</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{System} {Release}");

    /// <summary>Parses the text of the file.</summary>
    /// <exception cref="ProcException">The text has no release.</exception>
    public static KernelVersion Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        ReadOnlySpan<byte> line = text.TrimStart((byte)'\n').TrimEnd((byte)'\n');
        int place = line.IndexOf(" version "u8);
        var words = new FieldScanner(place < 0 ? default : line[(place + " version "u8.Length)..]);
        ReadOnlySpan<byte> release = words.Next();
        if (place < 1 || release.IsEmpty)
        {
            throw source.Malformed(1, line, Form);
        }

        ReadOnlySpan<byte> rest = words.Rest;
        ReadOnlySpan<byte> builder = TakeBracket(ref rest);
        ReadOnlySpan<byte> compiler = TakeBracket(ref rest);
        int at = builder.LastIndexOf((byte)'@');
        string version = source.Intern(Value.Trim(rest));
        (DateTimeOffset? time, bool isOdd) = TimeOf(version);
        return new KernelVersion
        {
            System = source.Intern(line[..place]),
            Release = source.Intern(release),
            Builder = TextOf(at < 0 ? builder : builder[..at], source),
            BuildHost = TextOf(at < 0 ? default : builder[(at + 1)..], source),
            Compiler = TextOf(compiler, source),
            Version = version,
            BuildTime = time,
            Unavailable = UnavailableFields.OfMissing(isOdd ? UnavailableReason.Malformed : null, (nameof(BuildTime), time)),
        };
    }

    private static string? TextOf(ReadOnlySpan<byte> text, ProcSource source) => text.IsEmpty ? null : source.Intern(text);

    // The text in the next parentheses, which can contain others: "(gcc (Debian 14.2.0-8) 14.2.0)".
    private static ReadOnlySpan<byte> TakeBracket(ref ReadOnlySpan<byte> rest)
    {
        ReadOnlySpan<byte> text = Value.Trim(rest);
        int depth = 0;
        for (int i = 0; i < text.Length && text[0] == '('; i++)
        {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (depth == 0)
            {
                rest = text[(i + 1)..];
                return text[1..i];
            }
        }

        return default;
    }

    // "#1 SMP PREEMPT Tue Jan 2 15:04:05 UTC 2024": the date of date(1) in the C locale follows the name of a day.
    private static (DateTimeOffset? Time, bool IsOdd) TimeOf(string version)
    {
        string[] words = version.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int day = Array.FindIndex(words, word => CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedDayNames.Contains(word));
        if (day < 0)
        {
            return (null, false);
        }

        string date = string.Join(' ', words[(day + 1)..]);
        bool parsed = DateTimeOffset.TryParseExact(date, s_dates, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time);
        bool isOfOtherZone = words.Length == day + 6 && words[day + 4] is not ("UTC" or "GMT" or "Z");
        return (parsed ? time : null, !parsed && !isOfOtherZone);
    }
}
