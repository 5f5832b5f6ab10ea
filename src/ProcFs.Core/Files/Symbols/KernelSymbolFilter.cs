using ProcFs.Text;

namespace ProcFs;

/// <summary>Selects symbols. No objects are created for others.</summary>
internal sealed class KernelSymbolFilter
{
    /// <summary>All symbols.</summary>
    public static KernelSymbolFilter None { get; } = new();

    /// <summary>Only names that match one of these; null for all.</summary>
    public IReadOnlyList<Wildcard>? Names { get; init; }

    /// <summary>Only modules that match one of these; null for all. The kernel itself has no module and matches none.</summary>
    public IReadOnlyList<Wildcard>? Modules { get; init; }

    /// <summary>Only these types; null for all. The case distinguishes global from local symbols.</summary>
    public IReadOnlyList<char>? Types { get; init; }

    /// <summary>Only names with exactly these bytes; null for all.</summary>
    internal IReadOnlyList<byte[]>? Exact { get; init; }

    internal bool Accepts(char type, ReadOnlySpan<byte> name, ReadOnlySpan<byte> module) =>
        (Types is null || Types.Contains(type))
        && (Exact is null || IsAny(Exact, name))
        && (Names is null || AcceptsAny(Names, name))
        && (Modules is null || (!module.IsEmpty && AcceptsAny(Modules, module)));

    private static bool IsAny(IReadOnlyList<byte[]> names, ReadOnlySpan<byte> text)
    {
        foreach (byte[] name in names)
        {
            if (text.SequenceEqual(name))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AcceptsAny(IReadOnlyList<Wildcard> wildcards, ReadOnlySpan<byte> text)
    {
        foreach (Wildcard wildcard in wildcards)
        {
            if (wildcard.IsMatch(text))
            {
                return true;
            }
        }

        return false;
    }
}
