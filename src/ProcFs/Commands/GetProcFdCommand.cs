using System.Management.Automation;
using ProcFs.Binding;
using ProcFs.Completion;
using ProcFs.Text;

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
            Types = Type is null ? null : TypesOf(Type),
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

    // A number that was named, of a process that was named: its absence is an answer only where no other filter may be why.
    private void ReportMissingNumbers()
    {
        if (Id is null || Number is null || Target is not null || Type is not null || Deleted)
        {
            return;
        }

        foreach (int id in Id)
        {
            foreach (int number in Number)
            {
                if (!_numbers.Contains((id, number)) && FileDescriptor.IsMissing(ProcRoot, id, number))
                {
                    WriteError(ErrorRecords.NotFound($"Process {id} has no descriptor {number}.", number));
                }
            }
        }
    }

    private FileDescriptorType[] TypesOf(string[] patterns)
    {
        var types = new List<FileDescriptorType>();
        foreach (string pattern in patterns)
        {
            var wildcard = new Wildcard(pattern);
            FileDescriptorType[] matching = [.. Enum.GetValues<FileDescriptorType>().Where(type => wildcard.IsMatch($"{type}".AsSpan()))];
            if (matching.Length == 0 && wildcard.IsExact)
            {
                string known = string.Join(", ", Enum.GetNames<FileDescriptorType>());
                ThrowTerminatingError(ErrorRecords.BadArgument($"\"{pattern}\" is no type of descriptor. The types are: {known}.", pattern));
            }

            types.AddRange(matching);
        }

        return [.. types];
    }
}
