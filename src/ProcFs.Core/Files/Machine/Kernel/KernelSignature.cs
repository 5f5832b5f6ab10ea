using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>Models <c>/proc/version_signature</c>: the Ubuntu package of the kernel. Source: fs/proc/version_signature.c of Ubuntu's kernel.</summary>
public sealed class KernelSignature : IRecord<KernelSignature>
{
    private KernelSignature()
    {
    }

    /// <summary>The distribution: <c>Ubuntu</c>.</summary>
    public required string Distribution { get; init; }

    /// <summary>The version and flavor of the package: <c>6.8.0-45.45-generic</c>; null if the text does not include it.</summary>
    public required string? PackageVersion { get; init; }

    /// <summary>The upstream release: <c>6.8.12</c>; null if the text does not include it.</summary>
    public required string? UpstreamVersion { get; init; }

    internal static View View => new(
        typeof(KernelSignature),
        new(nameof(Distribution), 12),
        new(nameof(PackageVersion), 28),
        new(nameof(UpstreamVersion), 16));

    /// <summary>All three, as the kernel writes them.</summary>
    public override string ToString() => DisplayText.Escape($"{Distribution} {PackageVersion} {UpstreamVersion}".TrimEnd());

    /// <summary>Parses the text of the file.</summary>
    public static KernelSignature Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        _ = Value.TryRead(text.Trim((byte)'\n'), source, out string[] words);
        return new KernelSignature
        {
            Distribution = words.ElementAtOrDefault(0) ?? "",
            PackageVersion = words.ElementAtOrDefault(1),
            UpstreamVersion = words.Length > 2 ? string.Join(' ', words[2..]) : null,
        };
    }
}
