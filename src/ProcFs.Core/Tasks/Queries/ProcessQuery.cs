using ProcFs.Text;

namespace ProcFs;

/// <summary>Processes, by parent and user; optionally with their threads, or with details from more files.</summary>
public sealed class ProcessQuery : RowQuery<ProcessInfo>
{
    /// <summary>The help for process ids.</summary>
    public const string IdHelp = "The ids of the processes.";

    /// <summary>The help for process names.</summary>
    public const string NameHelp = "The names of the processes; wildcards are permitted.";

    /// <summary>The help for the parents.</summary>
    public const string ParentHelp = "Only children of the processes with these ids.";

    /// <summary>The help for the users.</summary>
    public const string UserHelp = "Only processes of these users; wildcards are permitted.";

    /// <summary>The help for the command lines.</summary>
    public const string CommandLineHelp = "Only processes whose command line contains this text, as with pgrep -f; wildcards are permitted.";

    /// <summary>The help for the states.</summary>
    public const string StateHelp = "Only processes in these states, such as Running, DiskSleep or Zombie.";

    /// <summary>The help for the threads.</summary>
    public const string ThreadHelp = "Gets the threads of each process after the process.";

    /// <summary>The help for the details.</summary>
    public const string DetailedHelp = "Also gets the executable, directories, control group, namespaces, I/O and number of descriptors.";

    private readonly IReadOnlyList<int>? _parents;
    private readonly RowFilter _users;
    private readonly Wildcard[]? _commandLines;
    private readonly IReadOnlyList<ProcessState>? _states;
    private readonly bool _includesThreads;
    private readonly bool _isDetailed;

    /// <summary>Selects the processes that match all filters; null matches all.</summary>
    /// <param name="parents">The ids of the processes whose children to select.</param>
    /// <param name="users">Names of users.</param>
    /// <param name="includesThreads">Whether the threads of each process follow it.</param>
    /// <param name="isDetailed">Whether each row is a <see cref="ProcessDetail"/>.</param>
    /// <param name="commandLines">Parts of command lines, or wildcards for whole ones.</param>
    /// <param name="states">States.</param>
    public ProcessQuery(
        IReadOnlyList<int>? parents = null,
        IReadOnlyList<string>? users = null,
        bool includesThreads = false,
        bool isDetailed = false,
        IReadOnlyList<string>? commandLines = null,
        IReadOnlyList<ProcessState>? states = null)
    {
        _commandLines = commandLines is null ? null : [.. commandLines.Select(text => new Wildcard(text)).Select(one => one.IsExact ? new Wildcard($"*{one.Pattern}*") : one)];
        _states = states;
        _parents = parents;
        _users = Filter(users, "No process belongs to a user named");
        _includesThreads = includesThreads;
        _isDetailed = isDetailed;
    }

    private protected override IEnumerable<Outcome<ProcessInfo>> ReadAll(ProcessSelection selection, ReadSummary summary, CancellationToken cancellation) =>
        _isDetailed
            ? ProcessDetail.Read(selection, summary, _includesThreads, cancellation).Select(outcome => outcome.As<ProcessInfo>())
            : ProcessInfo.Read(selection, summary, _includesThreads, cancellation);

    private protected override bool Accepts(ProcessInfo row) =>
        (_parents is null || (row.ParentProcessId is { } parent && _parents.Contains(parent)))
        && _users.Accepts(row.User)
        && (_states is null || _states.Contains(row.State))
        && (_commandLines is null || AcceptsCommandLine(row));

    // A kernel thread has only its name.
    private bool AcceptsCommandLine(ProcessInfo row)
    {
        string line = row.CommandLine.Length == 0 ? row.Name : string.Join(' ', row.CommandLine);
        return _commandLines!.Any(pattern => pattern.IsMatch(line.AsSpan()));
    }
}
