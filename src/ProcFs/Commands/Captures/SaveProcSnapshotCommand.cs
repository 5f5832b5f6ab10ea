using System.Management.Automation;
using ProcFs.Binding;
using ProcFs.Completion;

namespace ProcFs.Commands;

/// <summary>Takes a capture of /proc, which every cmdlet and a drive can open on any machine.</summary>
[Cmdlet(VerbsData.Save, "ProcSnapshot", DefaultParameterSetName = ById, SupportsShouldProcess = true, HelpUri = HelpUris.Module)]
[OutputType(typeof(ProcSnapshot))]
public sealed class SaveProcSnapshotCommand : ProcCmdlet
{
    private const string ById = "Id";
    private const string ByName = "Name";

    // Shorter captures show no progress.
    private const long Quiet = 1000;
    private const long BetweenProgress = 100;

    private string _path = "";
    private readonly GatheredProcesses _processes = new();

    /// <summary>The path of the capture: an archive with the ending .tar, .tar.gz, .tgz or .tar.zst, or a folder.</summary>
    [Parameter(Mandatory = true, Position = 0, HelpMessage = "An archive with the ending .tar, .tar.gz, .tgz or .tar.zst, or a folder.")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>Only the processes with these ids.</summary>
    [Parameter(ParameterSetName = ById, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, HelpMessage = ProcessQuery.IdHelp)]
    [Alias("ProcessId", "Pid")]
    [ProcessIdTransformation]
    [ArgumentCompleter(typeof(ProcessIdCompleter))]
    [ValidateNotNull]
    public int[]? Id { get; set; }

    /// <summary>Only the processes with these names; wildcards are permitted.</summary>
    [Parameter(ParameterSetName = ByName, Mandatory = true, ValueFromPipeline = true, HelpMessage = ProcessQuery.NameHelp)]
    [Alias("ProcessName")]
    [ProcessNameTransformation]
    [ArgumentCompleter(typeof(ProcessNameCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>Patterns of the catalog for files that are left out otherwise.</summary>
    [Parameter(HelpMessage = "Files that are left out otherwise, as patterns of the catalog, such as timer_list or <pid>/pagemap.")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Include { get; set; } = [];

    /// <summary>Patterns of the catalog for files to leave out.</summary>
    [Parameter(HelpMessage = "Files to leave out, as patterns of the catalog, such as sys/** or <pid>/maps.")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Exclude { get; set; } = [];

    /// <summary>Takes the environment of processes; values that look like credentials are masked.</summary>
    [Parameter(HelpMessage = "Takes the environment of processes; values that look like credentials are masked.")]
    public SwitchParameter IncludeEnvironment { get; set; }

    /// <summary>Does not mask values of the environment.</summary>
    [Parameter(HelpMessage = "Does not mask values of the environment; only with -IncludeEnvironment.")]
    public SwitchParameter Unmasked { get; set; }

    /// <summary>Takes the memory of each mapping, for which processes are locked for a moment.</summary>
    [Parameter(HelpMessage = "Takes smaps, smaps_rollup and numa_maps, for which processes are locked for a moment.")]
    public SwitchParameter IncludeSmaps { get; set; }

    /// <summary>Replaces an existing capture.</summary>
    [Parameter(HelpMessage = "Replaces an existing capture.")]
    public SwitchParameter Force { get; set; }

    /// <summary>Takes a capture again and again, with this time between the starts of two; the time is added to the name.</summary>
    [Parameter(HelpMessage = "Takes captures until Ctrl-C, with this time between the starts of two; the time is added to the name.")]
    [IntervalTransformation]
    public TimeSpan Interval { get; set; }

    /// <summary>The number of captures to keep: with each new one, the oldest is removed.</summary>
    [Parameter(HelpMessage = "The number of captures to keep with -Interval; the oldest are removed.")]
    [ValidateRange(1, 1_000_000)]
    public int Keep { get; set; } = 60;

    private protected override void Begin()
    {
        base.Begin();
        _path = SessionState.Path.GetUnresolvedProviderPathFromPSPath(Path, out ProviderInfo provider, out _);
        if (provider.Name != "FileSystem")
        {
            ThrowTerminatingError(ErrorRecords.BadArgument($"{Path} is not in the file system.", Path));
        }

        if (Unmasked && !IncludeEnvironment)
        {
            ThrowTerminatingError(ErrorRecords.BadArgument($"-Unmasked is about the environment: use it with -IncludeEnvironment.", this));
        }

        if (MyInvocation.BoundParameters.ContainsKey(nameof(Interval)) && (Interval < TimeSpan.FromSeconds(1) || Interval > TimeSpan.FromDays(1)))
        {
            ThrowTerminatingError(ErrorRecords.BadArgument($"The interval must be between a second and a day.", Interval));
        }
    }

    private protected override void Process() => _processes.Add((Id, Name) switch
    {
        ({ } ids, _) => ProcRoot.Processes(ids),
        (_, { } names) => ProcRoot.Processes(names),
        _ => ProcRoot.Processes(),
    });

    private protected override void End()
    {
        if (_processes.Selection is null || !ShouldProcess($"{_path}", $"Take a capture of {ProcRoot.Path}"))
        {
            return;
        }

        if (Interval > TimeSpan.Zero)
        {
            var ring = new CaptureRing(_path, Keep);
            ring.Run(Interval, path => Guard(() => Save(path)), PipelineStopToken);
            return;
        }

        Save(_path);
    }

    private void Save(string path)
    {
        var options = new CaptureOptions
        {
            Processes = _processes.Selection,
            Include = Include,
            Exclude = Exclude,
            Environment = !IncludeEnvironment ? CapturedEnvironment.None : Unmasked ? CapturedEnvironment.Whole : CapturedEnvironment.Masked,
            IncludeSmaps = IncludeSmaps,
            Replaces = Force,
        };
        long next = Environment.TickCount64 + Quiet;
        ProgressRecord? record = null;
        var snapshot = ProcSnapshot.Save(ProcRoot, path, options, Show, error => WriteError(ErrorRecords.Of(error)), PipelineStopToken);
        if (record is not null)
        {
            record.RecordType = ProgressRecordType.Completed;
            WriteProgress(record);
        }

        if (snapshot.Denied > 0 && ReadSummary.IsNewsToCaller)
        {
            WriteWarning($"Files of {snapshot.Denied} of {snapshot.Processes} processes are missing: permission denied. Run as root to take all of them.");
        }

        WriteObject(snapshot);

        void Show(int done, int total)
        {
            if (Environment.TickCount64 >= next)
            {
                next = Environment.TickCount64 + BetweenProgress;
                record = ProgressOf(1, $"Taking a capture", $"{done} of {total} processes");
                record.PercentComplete = total == 0 ? 0 : Math.Min(done * 100 / total, 100);
                WriteProgress(record);
            }
        }
    }
}
