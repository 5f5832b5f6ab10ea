using System.Management.Automation;
using ProcFs.Binding;
using ProcFs.Completion;

namespace ProcFs.Commands;

/// <summary>Gets the mounts that processes see.</summary>
[Cmdlet(VerbsCommon.Get, "ProcMount", DefaultParameterSetName = ById, HelpUri = HelpUris.Module)]
[OutputType(typeof(Mount))]
public sealed class GetProcMountCommand : ProcessCmdlet
{
    private RowFilter _target = RowFilter.None;
    private RowFilter _source = RowFilter.None;
    private RowFilter _type = RowFilter.None;

    /// <summary>Only mounts at these mount points; wildcards are permitted.</summary>
    [Parameter(HelpMessage = "Only mounts at these mount points; wildcards are permitted.")]
    [ArgumentCompleter(typeof(MountTargetCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Target { get; set; }

    /// <summary>Only mounts of these devices, server paths or other sources; wildcards are permitted.</summary>
    [Parameter(HelpMessage = "Only mounts of these devices, server paths or other sources; wildcards are permitted.")]
    [ArgumentCompleter(typeof(MountSourceCompleter))]
    [SupportsWildcards]
    [ValidateNotNull]
    public string[]? Source { get; set; }

    /// <summary>Only mounts of these types of file system; wildcards are permitted.</summary>
    [Parameter(HelpMessage = "Only mounts of these types of file system, such as ext4 or fuse.*.")]
    [ArgumentCompleter(typeof(MountTypeCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Type { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _target = new RowFilter(Target, "No mount is at");
        _source = new RowFilter(Source, "No mount is of");
        _type = new RowFilter(Type, "No mount has the type");
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteAll(Selection.Rows<Mount>(Summary, Stopped));

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        _target.ReportUnmatched(WriteError);
        _source.ReportUnmatched(WriteError);
        _type.ReportUnmatched(WriteError);
    }

    private protected override void Write(object item)
    {
        var mount = (Mount)item;

        // Each filter has to see each row: it remembers what it has met.
        if (_target.Accepts(mount.Target) & _source.Accepts(mount.Source) & _type.Accepts(mount.Type))
        {
            WriteObject(mount);
        }
    }
}
