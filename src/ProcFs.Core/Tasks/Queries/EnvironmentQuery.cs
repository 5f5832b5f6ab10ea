namespace ProcFs;

/// <summary>Environment variables of processes, by name.</summary>
public sealed class EnvironmentQuery : RowQuery<EnvironmentVariable>
{
    /// <summary>The help for the names.</summary>
    public const string VariableHelp = "Only variables with these names; wildcards are permitted.";

    private readonly RowFilter _names;

    /// <summary>Selects the variables with these names; null for all.</summary>
    public EnvironmentQuery(IReadOnlyList<string>? names = null) => _names = Filter(names, "No process has an environment variable named");

    private protected override IEnumerable<Outcome<EnvironmentVariable>> ReadAll(ProcessSelection selection, ReadSummary summary, CancellationToken cancellation) =>
        selection.Rows<EnvironmentVariable>(summary, cancellation);

    private protected override bool Accepts(EnvironmentVariable row) => _names.Accepts(row.Name);
}
