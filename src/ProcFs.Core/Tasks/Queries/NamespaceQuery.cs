namespace ProcFs;

/// <summary>Namespaces of processes, by type.</summary>
/// <param name="types">The types; null for all.</param>
public sealed class NamespaceQuery(IReadOnlyList<NamespaceType>? types = null) : RowQuery<Namespace>
{
    /// <summary>The help for the types.</summary>
    public const string TypeHelp = "Only namespaces of these types: cgroup, ipc, mnt, net, pid, time, user, uts.";

    private protected override IEnumerable<Outcome<Namespace>> ReadAll(ProcessSelection selection, ReadSummary summary, CancellationToken cancellation) =>
        selection.Rows<Namespace>(summary, cancellation);

    private protected override bool Accepts(Namespace row) => types is null || types.Contains(row.Type);
}
