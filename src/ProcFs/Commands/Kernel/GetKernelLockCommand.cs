using System.Management.Automation;

namespace ProcFs.Commands;

/// <summary>Gets the locks and leases on files, with the files and all holders.</summary>
[Cmdlet(VerbsCommon.Get, "KernelLock", HelpUri = HelpUris.Module)]
[OutputType(typeof(HeldLock))]
public sealed class GetKernelLockCommand : ProcCmdlet
{
    private readonly ReadSummary _summary = new();
    private LockQuery _query = null!;

    /// <summary>Only locks on these files; wildcards are permitted.</summary>
    [Parameter(Position = 0, HelpMessage = LockQuery.TargetHelp)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Target { get; set; }

    /// <summary>Only locks of these types: FLOCK, POSIX, OFDLCK, LEASE or DELEG; wildcards are permitted.</summary>
    [Parameter(HelpMessage = LockQuery.TypeHelp)]
    [ArgumentCompletions("FLOCK", "POSIX", "OFDLCK", "LEASE", "DELEG")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Type { get; set; }

    private protected override void Begin()
    {
        base.Begin();
        _query = new LockQuery(ProcRoot, Target, Type);
    }

    private protected override void Process() => WriteAll(_query.Read(_summary, PipelineStopToken));

    private protected override void End()
    {
        foreach (string warning in _summary.WarningsOf(ProcRoot))
        {
            WriteWarning($"{warning}");
        }

        WriteAll(_query.Unmatched);
    }
}
