using System.Diagnostics;
using System.Management.Automation;
using ProcFs.Binding;
using ProcFs.Completion;
using ProcFs.Views;

namespace ProcFs.Commands;

/// <summary>Restores files that are deleted but still open, mapped or running.</summary>
[Cmdlet(VerbsData.Restore, "ProcFile", DefaultParameterSetName = ById, SupportsShouldProcess = true, HelpUri = HelpUris.Module)]
[OutputType(typeof(RecoveredFile))]
public sealed class RestoreProcFileCommand : ProcCmdlet, IDisposable
{
    private const string ByDescriptor = "Descriptor";
    private const string ByMapping = "Mapping";
    private const string ById = "Id";
    private const string ByName = "Name";

    // Shorter operations show no progress.
    private static readonly TimeSpan s_quiet = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_betweenProgress = TimeSpan.FromMilliseconds(100);

    private FileRecovery? _recovery;
    private string _destination = "";
    private bool _hasWarned;

    /// <summary>The descriptors whose files to restore.</summary>
    [Parameter(ParameterSetName = ByDescriptor, Mandatory = true, ValueFromPipeline = true, HelpMessage = "Descriptors from Get-ProcFd.")]
    public FileDescriptor[] Descriptor { get; set; } = [];

    /// <summary>The mappings whose files to restore.</summary>
    [Parameter(ParameterSetName = ByMapping, Mandatory = true, ValueFromPipeline = true, HelpMessage = "Mappings from Get-ProcMap.")]
    public MemoryMapping[] Mapping { get; set; } = [];

    /// <summary>The processes that keep the files alive.</summary>
    [Parameter(ParameterSetName = ById, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, HelpMessage = ProcessQuery.IdHelp)]
    [Alias("ProcessId", "Pid")]
    [ProcessIdTransformation]
    [ArgumentCompleter(typeof(ProcessIdCompleter))]
    public int[] Id { get; set; } = [];

    /// <summary>The names of the processes that keep the files alive; wildcards are permitted.</summary>
    [Parameter(ParameterSetName = ByName, Mandatory = true, Position = 0, ValueFromPipeline = true, HelpMessage = ProcessQuery.NameHelp)]
    [Alias("ProcessName")]
    [ProcessNameTransformation]
    [ArgumentCompleter(typeof(ProcessNameCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = [];

    /// <summary>The numbers of the descriptors; the default is all descriptors of deleted files.</summary>
    [Parameter(ParameterSetName = ById, ValueFromPipelineByPropertyName = true, HelpMessage = "The numbers of the descriptors; the default is all descriptors of deleted files.")]
    [Parameter(ParameterSetName = ByName, HelpMessage = "The numbers of the descriptors; the default is all descriptors of deleted files.")]
    [Alias("Fd")]
    [ArgumentCompleter(typeof(DescriptorNumberCompleter))]
    [ValidateRange(0, int.MaxValue)]
    public int[]? Number { get; set; }

    /// <summary>Restores the program that the process is running.</summary>
    [Parameter(ParameterSetName = ById, HelpMessage = "Restores the program that the process is running.")]
    [Parameter(ParameterSetName = ByName, HelpMessage = "Restores the program that the process is running.")]
    public SwitchParameter Executable { get; set; }

    /// <summary>The folder for the restored files, or the current one; it is created if it does not exist.</summary>
    [Parameter(HelpMessage = "The folder for the restored files, created if necessary; the default is the current folder.")]
    [ValidateNotNullOrEmpty]
    public string Destination { get; set; } = ".";

    /// <summary>Replaces existing files; without it, a number is appended to the name.</summary>
    [Parameter(HelpMessage = "Replaces existing files.")]
    public SwitchParameter Force { get; set; }

    /// <summary>Waits until the process has closed the file, and then restores it.</summary>
    [Parameter(HelpMessage = "Waits until the process has closed the file, and then restores it.")]
    public SwitchParameter Follow { get; set; }

    /// <summary>Keeps the user and group of the file; without it, the copy belongs to you.</summary>
    [Parameter(HelpMessage = "Keeps the user and group of the file; without it, the copy belongs to you.")]
    public SwitchParameter KeepOwner { get; set; }

    /// <summary>Keeps the permission bits of the file; without it, only the owner can read and write the copy.</summary>
    [Parameter(HelpMessage = "Keeps the permission bits of the file; without it, only the owner can read and write the copy.")]
    public SwitchParameter KeepMode { get; set; }

    /// <summary>Keeps the capabilities of a program and, if the owner is kept, its set-id bits.</summary>
    [Parameter(HelpMessage = "Keeps the capabilities of a program and, if the owner is kept, its set-id bits.")]
    public SwitchParameter KeepPrivilege { get; set; }

    private KeptAttributes Kept =>
        (KeepOwner ? KeptAttributes.Owner : 0) | (KeepMode ? KeptAttributes.Mode : 0) | (KeepPrivilege ? KeptAttributes.Privilege : 0);

    private IEnumerable<HeldFile> Sources => ParameterSetName switch
    {
        ByDescriptor => Descriptor.Select(HeldFile.Of),
        ByMapping => Mapping.Select(HeldFile.Of),
        _ when Number is null && !Executable => DeletedFiles(),
        _ => ProcessIds().SelectMany(FilesOf),
    };

    private ProcessSelection Selection => ParameterSetName == ByName ? ProcRoot.Processes(Name) : ProcRoot.Processes(Id);

    private protected override void Begin()
    {
        base.Begin();
        _destination = SessionState.Path.GetUnresolvedProviderPathFromPSPath(Destination, out ProviderInfo provider, out _);
        if (provider.Name != "FileSystem")
        {
            ThrowTerminatingError(ErrorRecords.BadArgument($"{Destination} is not a file system folder.", Destination));
        }

        _recovery = new FileRecovery(ProcRoot, _destination, Force, Kept);
    }

    private protected override void Process()
    {
        if (ParameterSetName == ById && Id.Length == 0)
        {
            ThrowTerminatingError(ErrorRecords.BadArgument($"Specify what to restore: the output of Get-ProcFd or Get-ProcMap, or a process with -Id or -Name.", this));
        }

        foreach (HeldFile source in Sources)
        {
            Guard(() => Restore(source), source, $"{source}");
            if (Stopping)
            {
                return;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _recovery?.Dispose();

    private IEnumerable<HeldFile> FilesOf(int processId) =>
        (Number ?? []).Select(number => HeldFile.OfDescriptor(processId, number)).Concat(Executable ? [HeldFile.OfExecutable(processId)] : []);

    // An id that no process has is reported when its files are opened.
    private IEnumerable<int> ProcessIds() => ParameterSetName == ById
        ? Id
        : ItemsOf(ProcessSummary.Read(Selection, new ReadSummary(), PipelineStopToken)).Select(process => process.ProcessId);

    private IEnumerable<HeldFile> DeletedFiles()
    {
        bool any = false;
        bool hasFailed = false;
        var query = new DescriptorQuery(types: [FileDescriptorType.File], isDeleted: true);
        foreach (FileDescriptor descriptor in ItemsOf(query.Read(Selection, cancellation: PipelineStopToken), () => hasFailed = true))
        {
            any = true;
            yield return HeldFile.Of(descriptor);
        }

        if (!any && !hasFailed && ParameterSetName == ById)
        {
            WriteError(ErrorRecords.NotFound($"No deleted file is open in {(Id.Length == 1 ? $"process {Id[0]}" : "these processes")}. Use Get-ProcMap to find mapped files.", Id));
        }
    }

    private IEnumerable<T> ItemsOf<T>(IEnumerable<Outcome<T>> outcomes, Action? failed = null)
        where T : class
    {
        foreach (Outcome<T> outcome in outcomes)
        {
            if (outcome.Item is { } item)
            {
                yield return item;
                continue;
            }

            failed?.Invoke();
            WriteError(ErrorRecords.Of(outcome.Error!));
        }
    }

    private void Restore(HeldFile source)
    {
        bool isNew = false;
        RecoveredFile? restored = RestoreWithProgress(source, found =>
        {
            isNew = true;
            return ShouldProcess($"{found.From} ({SizeOf(found)})", $"Restore to {_destination}");
        });
        if (!_hasWarned && _recovery!.Warning is { } warning)
        {
            _hasWarned = true;
            WriteWarning($"{warning}");
        }

        if (restored is not null)
        {
            WriteObject(restored);
        }
        else if (!isNew)
        {
            WriteVerbose($"{source}: this file was already restored through another descriptor or mapping.");
        }
    }

    // Holes take no space: a file can be much longer than its stored data.
    private static string SizeOf(RecoveredFile found) => found.StoredBytes < found.SourceLength / 2
        ? $"{Display.Size(found.SourceLength)}, {Display.Size(found.StoredBytes)} stored"
        : Display.Size(found.SourceLength);

    private RecoveredFile? RestoreWithProgress(HeldFile source, Func<RecoveredFile, bool> isWanted)
    {
        var watch = new Stopwatch();
        TimeSpan next = s_quiet;
        ProgressRecord? record = null;
        string from = "";
        RecoveredFile? restored = _recovery!.Restore(
            source,
            Follow,
            found =>
            {
                from = found.From;
                bool wanted = isWanted(found);
                watch.Start();
                return wanted;
            },
            (done, total) =>
            {
                if (watch.Elapsed < next)
                {
                    return;
                }

                next = watch.Elapsed + s_betweenProgress;
                string state = done == 0 ? $"{Display.Size(total)}, still open" : $"{Display.Size(done)} of {Display.Size(total)}";
                record = ProgressOf(1, $"Restoring", $"{from}  {state}");
                record.PercentComplete = total == 0 ? 0 : (int)Math.Min(done * 100.0 / total, 100);
                WriteProgress(record);
            },
            PipelineStopToken);
        if (record is not null)
        {
            record.RecordType = ProgressRecordType.Completed;
            WriteProgress(record);
        }

        return restored;
    }
}
