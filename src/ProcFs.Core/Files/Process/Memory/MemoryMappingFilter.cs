using ProcFs.Text;

namespace ProcFs;

/// <summary>Selects mappings. No objects are created for others.</summary>
internal sealed class MemoryMappingFilter
{
    /// <summary>All mappings.</summary>
    public static MemoryMappingFilter None { get; } = new();

    /// <summary>
    /// Only mappings of files, or with names such as <c>[heap]</c>, that match one of these; null for all. A name in brackets, which as a wildcard is a set of
    /// characters, also matches literally.
    /// </summary>
    public IReadOnlyList<Wildcard>? Paths { get; init; }

    internal bool Accepts(string? path)
    {
        if (Paths is null)
        {
            return true;
        }

        foreach (Wildcard wildcard in path is null ? [] : Paths)
        {
            if (wildcard.IsMatch(path.AsSpan()) || path!.Equals(wildcard.Pattern, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
