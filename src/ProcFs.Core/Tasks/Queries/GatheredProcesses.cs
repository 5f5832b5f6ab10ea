namespace ProcFs;

/// <summary>Processes that are named one by one and processed together, because their order or a common interval depends on all.</summary>
public sealed class GatheredProcesses
{
    private readonly List<int> _ids = [];
    private readonly HashSet<int> _known = [];
    private ProcessSelection? _other;
    private ProcRoot? _root;

    /// <summary>The named processes; null if none was named: expected ids that never arrived mean none, not all.</summary>
    public ProcessSelection? Selection => _other ?? (_root?.Processes([.. _ids]));

    /// <summary>Adds the processes that are named next; an id that was named before does not count again.</summary>
    public void Add(ProcessSelection selection)
    {
        ArgumentNullException.ThrowIfNull(selection);
        if (selection.Ids is null)
        {
            _other = selection.Names is { } names && _other?.Names is { } earlier ? selection.Root.Processes([.. earlier.Concat(names).Select(name => name.Pattern)]) : selection;
            return;
        }

        _root = selection.Root;
        _ids.AddRange(selection.Ids.Where(_known.Add));
    }
}
