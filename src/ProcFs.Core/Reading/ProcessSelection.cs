using ProcFs.Text;

namespace ProcFs;

/// <summary>Which processes are asked for: those with some ids, those with some names, or all.</summary>
public sealed class ProcessSelection
{
    private ProcessSelection(ProcRoot root) => Root = root;

    /// <summary>The /proc they are looked for in.</summary>
    public ProcRoot Root { get; }

    /// <summary>The ids asked for; null where none was named.</summary>
    public IReadOnlyList<int>? Ids { get; private init; }

    /// <summary>The names asked for, which may hold wildcards; null where none was named.</summary>
    public IReadOnlyList<Wildcard>? Names { get; private init; }

    /// <summary>Whether none was named: what ends or is denied then is no error.</summary>
    public bool IsAll => Ids is null && Names is null;

    /// <summary>All processes.</summary>
    public static ProcessSelection All(ProcRoot root) => new(root);

    /// <summary>The processes with these ids.</summary>
    public static ProcessSelection ById(ProcRoot root, params IReadOnlyList<int> ids) => new(root) { Ids = ids };

    /// <summary>The processes with these names.</summary>
    public static ProcessSelection ByName(ProcRoot root, params IReadOnlyList<string> names) =>
        new(root) { Names = [.. names.Select(name => new Wildcard(name))] };
}
