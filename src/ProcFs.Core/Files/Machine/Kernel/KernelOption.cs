using System.IO.Compression;
using ProcFs.IO;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/config.gz</c>: a build option of the kernel. The file requires a kernel built with IKCONFIG_PROC. Source: kernel/configs.c, the format
/// of scripts/kconfig.
/// </summary>
public sealed class KernelOption : ITable<KernelOption>
{
    private KernelOption()
    {
    }

    /// <summary>The name: <c>CONFIG_SMP</c>.</summary>
    public required string Name { get; init; }

    /// <summary><c>y</c> for built in, <c>m</c> for a module, <c>n</c> for not set; for other options, the number or the text without quotes.</summary>
    public required string Value { get; init; }

    /// <summary>Whether it is built in or a module.</summary>
    public bool IsEnabled => Value is "y" or "m";

    /// <summary>The section of the configuration: <c>General setup</c>; null above the first one.</summary>
    public required string? Section { get; init; }

    internal static View View => new(
        typeof(KernelOption),
        new(nameof(Name), 44),
        new(nameof(Value), 20),
        new(nameof(Section)));

    /// <summary>The option, as it is in the file: <c>CONFIG_SMP=y</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Name}={Value}");

    static string IRow<KernelOption>.NameOf(KernelOption row) => row.Name;

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<KernelOption, bool> emit)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(emit);
        string? section = null;
        var lines = new LineScanner(Unpack(source));
        while (lines.Next())
        {
            if (Parse(lines.Line, section, source) is { } option)
            {
                if (!emit(option))
                {
                    return;
                }
            }
            else if (lines.Line is [(byte)'#', (byte)' ', .. var heading] && !heading.StartsWith("end of "u8))
            {
                section = source.Intern(heading);
            }
            else if (lines.Line is [not (byte)'#', ..])
            {
                source.Report(source.Malformed(lines.Number, lines.Line, "an option and its value"));
            }
        }
    }

    private static byte[] Unpack(ProcSource source)
    {
        using var text = new MemoryStream();
        try
        {
            using var packed = new GZipStream(ProcStream.OpenRead(source.Root, source.RelativePath), CompressionMode.Decompress);
            packed.CopyTo(text);
        }
        catch (InvalidDataException)
        {
            throw source.Malformed(1, default, "a text packed with gzip");
        }

        return text.ToArray();
    }

    // "CONFIG_SMP=y", "# CONFIG_X is not set"
    private static KernelOption? Parse(ReadOnlySpan<byte> line, string? section, ProcSource source)
    {
        if (line.StartsWith("# CONFIG_"u8) && line.EndsWith(" is not set"u8))
        {
            return new KernelOption { Name = source.Intern(line[2..^" is not set".Length]), Value = "n", Section = section };
        }

        int equals = line.IndexOf((byte)'=');
        ReadOnlySpan<byte> value = line[(equals + 1)..];
        return equals > 0 && line[0] != '#'
            ? new KernelOption { Name = source.Intern(line[..equals]), Value = source.Intern(value is [(byte)'"', .., (byte)'"'] ? value[1..^1] : value), Section = section }
            : null;
    }
}
