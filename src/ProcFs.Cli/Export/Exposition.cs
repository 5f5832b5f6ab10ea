namespace ProcFs.Cli.Export;

/// <summary>All metrics of a machine: its process groups, and its own counters.</summary>
/// <param name="session">The /proc to read.</param>
/// <param name="processes">The ids and names of the processes; empty for all.</param>
internal sealed class Exposition(Session session, string[] processes)
{
    private readonly ProcessGroups _groups = new(session, processes);

    /// <summary>Reads everything anew.</summary>
    public string Read() => OpenMetricsText.Write([.. GroupMetrics.Read(_groups), .. MachineMetrics.Read(session.Root)]);
}
