using System.Management.Automation;
using ProcFs.Completion;

namespace ProcFs.Commands;

/// <summary>Gets the interrupts with their counts on each CPU, or the soft interrupts.</summary>
[Cmdlet(VerbsCommon.Get, "KernelInterrupt", DefaultParameterSetName = Hard, HelpUri = HelpUris.Module)]
[OutputType(typeof(Interrupt), ParameterSetName = [Hard])]
[OutputType(typeof(SoftInterrupt), ParameterSetName = [OfKind])]
public sealed class GetKernelInterruptCommand : ProcCmdlet
{
    private const string Hard = "Interrupt";
    private const string OfKind = "Soft";

    private KernelQuery<Interrupt> _interrupts = null!;
    private KernelQuery<SoftInterrupt> _softInterrupts = null!;

    /// <summary>The numbers or abbreviations of the interrupts, or their devices; wildcards are permitted.</summary>
    [Parameter(Position = 0, HelpMessage = "The numbers or abbreviations of the interrupts, or their devices; wildcards are permitted.")]
    [ArgumentCompleter(typeof(KernelRowCompleter<Interrupt>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>Gets the soft interrupts, which finish the work of interrupts.</summary>
    [Parameter(ParameterSetName = OfKind, Mandatory = true, HelpMessage = "Gets the soft interrupts, which finish the work of interrupts.")]
    public SwitchParameter Soft { get; set; }

    private protected override void Begin()
    {
        base.Begin();
        _interrupts = new(ProcRoot, Name, "interrupt", row => row.Irq, row => row.Name);
        _softInterrupts = new(ProcRoot, Name, "soft interrupt");
    }

    private protected override void Process()
    {
        if (Soft)
        {
            WriteAll(_softInterrupts.Read(PipelineStopToken));
        }
        else
        {
            WriteAll(_interrupts.Read(PipelineStopToken));
        }
    }

    private protected override void End() => WriteAll(Soft ? _softInterrupts.Unmatched : _interrupts.Unmatched);
}
