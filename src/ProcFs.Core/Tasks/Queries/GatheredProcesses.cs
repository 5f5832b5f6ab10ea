namespace ProcFs;

/// <summary>Processes that are named one after another, and asked together: their order, or one interval, depends on all.</summary>
public sealed class GatheredProcesses
{
    private readonly List<int> _ids = [];
    private readonly HashSet<int> _known = [];
    private ProcessSelection? _other;
    private ProcRoot? _root;

    /// <summary>What was named; null where nothing was: ids that were to come, and did not, are none and not all.</summary>
    public ProcessSelection? Selection => _other ?? (_root?.Processes([.. _ids]));

    /// <summary>Adds what is named next; an id that was named before does not count again.</summary>
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
