using ProcFs.Text;

namespace ProcFs;

/// <summary>Selects descriptors. No objects are created for others.</summary>
public sealed class FileDescriptorFilter
{
    /// <summary>All descriptors.</summary>
    public static FileDescriptorFilter None { get; } = new();

    /// <summary>Only these numbers; null for all. No other descriptors are read then.</summary>
    public IReadOnlyList<int>? Numbers { get; init; }

    /// <summary>Only targets that match one of these; null for all.</summary>
    public IReadOnlyList<Wildcard>? Targets { get; init; }

    /// <summary>Only these types; null for all.</summary>
    public IReadOnlyList<FileDescriptorType>? Types { get; init; }

    /// <summary>Only deleted files.</summary>
    public bool IsDeleted { get; init; }

    /// <summary>Whether each is a <see cref="FileDescriptorDetail"/>, which costs a stat and a file more a descriptor.</summary>
    public bool IsDetailed { get; init; }

    /// <summary>Whether the working and root directory, the program and mapped files are included.</summary>
    public bool IncludesMapped { get; init; }

    /// <summary>Only these files; null for all.</summary>
    public FileSelection? Files { get; init; }

    /// <summary>Reads the ends of pipes and the like, when the first one is found; null if they are not wanted.</summary>
    internal Func<ProcRoot, DescriptorEnds>? EndsIn { get; init; }

    internal bool Accepts(string target, FileDescriptorType type, bool isDeleted) =>
        (!IsDeleted || isDeleted) && (Types is null || Types.Contains(type)) && (Targets is null || AcceptsTarget(target));

    private bool AcceptsTarget(string target)
    {
        foreach (Wildcard wildcard in Targets!)
        {
            if (wildcard.IsMatch(target.AsSpan()))
            {
                return true;
            }
        }

        return false;
    }
}
