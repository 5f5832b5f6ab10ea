namespace ProcFs;

/// <summary>Rows of the tables of the machine, by name.</summary>
/// <typeparam name="T">The type of the rows.</typeparam>
public sealed class KernelQuery<T>
    where T : class, IRow<T>
{
    private readonly ProcRoot _root;
    private readonly RowFilter _names;
    private readonly Func<T, string?>[] _namesOf;

    /// <summary>The rows with one of the names.</summary>
    /// <param name="root">The /proc to read.</param>
    /// <param name="names">The names, which may hold wildcards; null lets all rows through.</param>
    /// <param name="thing">The noun for a row, for the error about a name that no row has: <c>module</c>.</param>
    /// <param name="namesOf">The names of a row; by default, its name on the drive.</param>
    public KernelQuery(ProcRoot root, IReadOnlyList<string>? names = null, string thing = "row", params Func<T, string?>[] namesOf)
    {
        _root = root;
        _names = new RowFilter(names, $"There is no {thing} named");
        _namesOf = namesOf is { Length: > 0 } ? namesOf : [T.NameOf];
    }

    /// <summary>An error for each exact name that no row had.</summary>
    public IEnumerable<ProcException> Unmatched => _names.Unmatched;

    /// <summary>Reads the rows, in the kernel's order.</summary>
    public IEnumerable<Outcome<T>> Read(CancellationToken cancellation = default) =>
        _root.Rows<T>(cancellation).Where(outcome => outcome.Item is not { } row || Accepts(row));

    // Every name is compared, because a row can match several exact names.
    private bool Accepts(T row) => _namesOf.Aggregate(false, (any, nameOf) => any | _names.Accepts(nameOf(row)));
}
