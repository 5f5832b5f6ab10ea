using ProcFs.IO;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models an argument of <c>/proc/cmdline</c>, the kernel command line from the boot loader. Blanks outside of quotes separate arguments, and the arguments after
/// <c>--</c> go to the first process. Source: proc_cmdline(5), next_arg() of lib/cmdline.c, Documentation/admin-guide/kernel-parameters.rst.
/// </summary>
public sealed class KernelArgument : ITable<KernelArgument>
{
    private const byte Quote = (byte)'"';

    private KernelArgument()
    {
    }

    /// <summary>The position of the argument, counted from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The name of the parameter: <c>console</c>, <c>usbcore.autosuspend</c>; the whole argument if it has no value.</summary>
    public required string Name { get; init; }

    /// <summary>The text after the equals sign, without quotes; null if there is none.</summary>
    public required string? Value { get; init; }

    /// <summary>Whether the argument or its value was quoted.</summary>
    public required bool IsQuoted { get; init; }

    /// <summary>The number of earlier occurrences of the parameter: for most parameters the last one counts, while <c>console</c> uses all.</summary>
    public required int Repetition { get; init; }

    /// <summary>Whether it follows <c>--</c>, and so is an argument of the first process.</summary>
    public required bool IsForInit { get; init; }

    /// <summary>The argument, as it is in the file.</summary>
    public required string Text { get; init; }

    internal static View View => new(
        typeof(KernelArgument),
        new(nameof(Number), 6),
        new(nameof(IsForInit), 9),
        new(nameof(Name), 34),
        new(nameof(Value)));

    /// <summary>The argument, as it is in the file.</summary>
    public override string ToString() => DisplayText.Escape(Text);

    static string IRow<KernelArgument>.NameOf(KernelArgument row) => row.Name.Replace('/', '_');

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<KernelArgument, bool> emit)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(emit);
        ReadOnlySpan<byte> rest = source.ReadAll(new ReadBuffer());
        var before = new Dictionary<string, int>();
        bool isForInit = false;
        int number = 1;
        while (TakeWord(ref rest) is { IsEmpty: false } word)
        {
            if (!isForInit && word.SequenceEqual("--"u8))
            {
                isForInit = true;
                continue;
            }

            KernelArgument argument = Of(word, number++, isForInit, before, source);
            if (!emit(argument))
            {
                return;
            }
        }
    }

    private static KernelArgument Of(ReadOnlySpan<byte> word, int number, bool isForInit, Dictionary<string, int> before, ProcSource source)
    {
        bool isWhole = word[0] == Quote;
        ReadOnlySpan<byte> text = isWhole ? Unquote(word) : word;
        int equals = text[1..].IndexOf((byte)'=') + 1;
        ReadOnlySpan<byte> value = equals == 0 ? default : text[(equals + 1)..];
        bool isQuoted = isWhole || value is [Quote, ..];
        string name = source.Intern(equals == 0 ? text : text[..equals]);
        int repetition = before.GetValueOrDefault(name);
        before[name] = repetition + 1;
        return new KernelArgument
        {
            Number = number,
            Name = name,
            Value = equals == 0 ? null : source.Intern(value is [Quote, ..] ? Unquote(value) : value),
            IsQuoted = isQuoted,
            Repetition = repetition,
            IsForInit = isForInit,
            Text = source.Intern(word),
        };
    }

    // Quotes at both ends are removed; a lone quote stays if nothing else would be left.
    private static ReadOnlySpan<byte> Unquote(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> inner = text[1..];
        inner = inner is [.., Quote] ? inner[..^1] : inner;
        return inner.IsEmpty && text.Length == 1 ? text : inner;
    }

    private static ReadOnlySpan<byte> TakeWord(ref ReadOnlySpan<byte> rest)
    {
        ReadOnlySpan<byte> text = rest.TrimStart(" \t\n"u8);
        bool isInQuotes = false;
        int end = 0;
        while (end < text.Length && (isInQuotes || text[end] is not ((byte)' ' or (byte)'\t' or (byte)'\n')))
        {
            isInQuotes ^= text[end] == Quote;
            end++;
        }

        rest = text[end..];
        return text[..end];
    }
}
