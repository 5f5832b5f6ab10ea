using System.Diagnostics;
using System.Management.Automation;
using ProcFs.Completion;
using ProcFs.Formatting;

namespace ProcFs.Commands;

/// <summary>Brings back files that are deleted but still open, mapped or running.</summary>
[Cmdlet(VerbsData.Restore, "ProcFile", DefaultParameterSetName = ByDescriptor, SupportsShouldProcess = true, HelpUri = HelpUris.Module)]
[OutputType(typeof(RecoveredFile))]
public sealed class RestoreProcFileCommand : ProcCmdlet
{
    private const string ByDescriptor = "Descriptor";
    private const string ByMapping = "Mapping";
    private const string ByNumber = "Number";
    private const string ByExecutable = "Executable";

    // Shorter work shows no progress.
    private static readonly TimeSpan s_quiet = TimeSpan.FromSeconds(1);

    private FileRecovery? _recovery;
    private string _destination = "";

    /// <summary>The descriptors whose files are brought back.</summary>
    [Parameter(ParameterSetName = ByDescriptor, Mandatory = true, ValueFromPipeline = true, HelpMessage = "Descriptors, as Get-ProcFd gives them.")]
    public FileDescriptor[] Descriptor { get; set; } = [];

    /// <summary>The mappings whose files are brought back.</summary>
    [Parameter(ParameterSetName = ByMapping, Mandatory = true, ValueFromPipeline = true, HelpMessage = "Mappings, as Get-ProcMap gives them.")]
    public MemoryMapping[] Mapping { get; set; } = [];

    /// <summary>The process that keeps the file alive.</summary>
    [Parameter(ParameterSetName = ByNumber, Mandatory = true, HelpMessage = "The id of the process.")]
    [Parameter(ParameterSetName = ByExecutable, Mandatory = true, HelpMessage = "The id of the process.")]
    [Alias("ProcessId", "Pid")]
    [ArgumentCompleter(typeof(ProcessIdCompleter))]
    public int[] Id { get; set; } = [];

    /// <summary>The numbers of the descriptors.</summary>
    [Parameter(ParameterSetName = ByNumber, Mandatory = true, HelpMessage = "The numbers of the descriptors.")]
    [Alias("Fd")]
    [ValidateRange(0, int.MaxValue)]
    public int[] Number { get; set; } = [];

    /// <summary>Brings back the program that the process runs.</summary>
    [Parameter(ParameterSetName = ByExecutable, Mandatory = true, HelpMessage = "Brings back the program that the process runs.")]
    public SwitchParameter Executable { get; set; }

    /// <summary>The folder that the files are brought back into; it is made where it is not there.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The folder that the files are brought back into; it is made where it is not there.")]
    [ValidateNotNullOrEmpty]
    public string Destination { get; set; } = "";

    /// <summary>Replaces files that are there already; without it they get a number behind their name.</summary>
    [Parameter(HelpMessage = "Replaces files that are there already.")]
    public SwitchParameter Force { get; set; }

    /// <summary>Follows a file that is still written to, until it is closed there.</summary>
    [Parameter(HelpMessage = "Follows a file that is still written to, until the process closes it.")]
    public SwitchParameter Follow { get; set; }

    private IEnumerable<RecoverySource> Sources => ParameterSetName switch
    {
        ByDescriptor => Descriptor.Select(RecoverySource.Of),
        ByMapping => Mapping.Select(RecoverySource.Of),
        ByExecutable => Id.Select(RecoverySource.OfExecutable),
        _ => Id.SelectMany(id => Number.Select(number => RecoverySource.OfDescriptor(id, number))),
    };

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _destination = SessionState.Path.GetUnresolvedProviderPathFromPSPath(Destination, out ProviderInfo provider, out _);
        if (provider.Name != "FileSystem")
        {
            ThrowTerminatingError(ErrorRecords.BadArgument($"{Destination} is no folder of the file system.", Destination));
        }

        _recovery = new FileRecovery(ProcRoot, _destination, Force);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (RecoverySource source in Sources)
        {
            try
            {
                Restore(source);
            }
            catch (ProcException error)
            {
                WriteError(ErrorRecords.Of(error, source));
            }
            catch (OperationCanceledException) when (Stopping)
            {
                return;
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => _recovery?.Dispose();

    private void Restore(RecoverySource source)
    {
        RecoveredFile found = _recovery!.Look(source);
        if (!ShouldProcess($"{Display.Text(found.From)} ({Display.Size(found.SourceLength)})", $"Restore to {_destination}"))
        {
            return;
        }

        var watch = Stopwatch.StartNew();
        var record = new ProgressRecord(1, "Restoring", Display.Text(found.From));
        RecoveredFile? restored = _recovery.Restore(
            source,
            Follow,
            (done, total) =>
            {
                if (watch.Elapsed > s_quiet)
                {
                    record.PercentComplete = total == 0 ? 100 : (int)Math.Min(done * 100 / total, 100);
                    record.StatusDescription = $"{Display.Text(found.From)}  {Display.Size(done)} of {Display.Size(total)}";
                    WriteProgress(record);
                }
            },
            Stopped);
        if (restored is null)
        {
            WriteVerbose($"{Display.Text(found.From)} has been restored already, through another descriptor.");
            return;
        }

        WriteObject(restored);
    }
}
