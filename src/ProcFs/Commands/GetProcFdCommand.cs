using System.Management.Automation;
using ProcFs.Binding;
using ProcFs.Completion;

namespace ProcFs.Commands;

/// <summary>Gets the open file descriptors of processes, and what they lead to.</summary>
[Cmdlet(VerbsCommon.Get, "ProcFd", DefaultParameterSetName = ById, HelpUri = HelpUris.Module)]
[OutputType(typeof(FileDescriptor))]
public sealed class GetProcFdCommand : ProcessCmdlet
{
    private FileDescriptorFilter _filter = FileDescriptorFilter.None;
    private RowFilter _targets = RowFilter.None;
    private readonly HashSet<(int ProcessId, int Number)> _numbers = [];

    /// <summary>Only the descriptors with these numbers.</summary>
    [Parameter(HelpMessage = "Only the descriptors with these numbers.")]
    [Alias("Fd")]
    [ValidateRange(0, int.MaxValue)]
    public int[]? Number { get; set; }

    /// <summary>Only descriptors that lead to these targets; wildcards are permitted.</summary>
    [Parameter(HelpMessage = "Only descriptors that lead to these targets; wildcards are permitted.")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Target { get; set; }

    /// <summary>Only descriptors of these types; wildcards are permitted.</summary>
    [Parameter(HelpMessage = "Only descriptors of these types, such as File, Socket or Event*.")]
    [ArgumentCompleter(typeof(FileDescriptorTypeCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Type { get; set; }

    /// <summary>Only descriptors of files that are deleted but live on while they are open.</summary>
    [Parameter(HelpMessage = "Only descriptors of files that are deleted but live on while they are open.")]
    public SwitchParameter Deleted { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _targets = new RowFilter(Target, "No descriptor leads to");
        _filter = new FileDescriptorFilter
        {
            Numbers = Number,
            Targets = _targets.Patterns,
            Types = Type is null ? null : TypesOf<FileDescriptorType>(Type, "descriptor"),
            IsDeleted = Deleted,
        };
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        WriteAll(FileDescriptor.Read(Selection, _filter, Summary, Stopped));
        ReportMissingNumbers();
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        _targets.ReportUnmatched(WriteError);
    }

    private protected override void Write(object item)
    {
        var descriptor = (FileDescriptor)item;
        _ = _targets.Accepts(descriptor.Target);
        if (Id is not null && Number is not null)
        {
            _numbers.Add((descriptor.ProcessId, descriptor.Number));
        }

        WriteObject(descriptor);
    }

    private void ReportMissingNumbers()
    {
        foreach ((int id, int number) in FileDescriptor.FindMissing(ProcRoot, Id ?? [], _filter, _numbers))
        {
            WriteError(ErrorRecords.NotFound(FileDescriptor.MissingMessage(id, number), number));
        }
    }
}
