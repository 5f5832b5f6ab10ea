using System.Management.Automation;
using ProcFs.Completion;
using ProcFs.Text;

namespace ProcFs.Commands;

/// <summary>Watches descriptors of processes, and reports when they open, close, lead elsewhere or advance.</summary>
[Cmdlet(VerbsCommon.Watch, "ProcFd", DefaultParameterSetName = ById, HelpUri = HelpUris.Module)]
[OutputType(typeof(FdChange))]
public sealed class WatchProcFdCommand() : WatchCmdlet(FdWatcher.DefaultInterval)
{
    private Wildcard[]? _targets;
    private FileDescriptorType[]? _types;

    /// <summary>Only descriptors with these numbers.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, HelpMessage = DescriptorQuery.NumberHelp)]
    [Alias("Fd")]
    [ArgumentCompleter(typeof(DescriptorNumberCompleter))]
    [ValidateRange(0, int.MaxValue)]
    public int[]? Number { get; set; }

    /// <summary>Only descriptors that lead to these targets, or did before; wildcards are permitted.</summary>
    [Parameter(HelpMessage = "Only descriptors that lead to these targets, or did before; wildcards are permitted.")]
    [ArgumentCompleter(typeof(DescriptorTargetCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Target { get; set; }

    /// <summary>Only descriptors of these types; wildcards are permitted.</summary>
    [Parameter(HelpMessage = DescriptorQuery.TypeHelp)]
    [ArgumentCompleter(typeof(FileDescriptorTypeCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Type { get; set; }

    private protected override FileDescriptorFilter Filter => new() { Numbers = Number, Targets = _targets, Types = _types };

    private protected override void Begin()
    {
        base.Begin();
        _targets = Target is null ? null : [.. Target.Select(target => new Wildcard(target))];
        _types = Type is null ? null : TypesOf<FileDescriptorType>(Type, "descriptor");
    }

    private protected override void Watch(FdWatcher watcher) => WriteAll(watcher.Watch(PipelineStopToken));
}
