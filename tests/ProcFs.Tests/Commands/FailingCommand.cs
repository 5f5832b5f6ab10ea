using System.Management.Automation;

namespace ProcFs.Commands;

/// <summary>A cmdlet that fails unexpectedly in a given step.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Failing")]
public sealed class FailingCommand : ProcCmdlet
{
    /// <summary>The step that fails.</summary>
    [Parameter(Mandatory = true)]
    public string Step { get; set; } = "";

    /// <summary>The pipeline input.</summary>
    [Parameter(ValueFromPipeline = true)]
    public int Number { get; set; }

    private protected override void Begin()
    {
        base.Begin();
        FailIn(nameof(Begin));
    }

    private protected override void Process()
    {
        if (Number == 2)
        {
            FailIn(nameof(Process));
        }

        WriteObject(Number);
    }

    private protected override void End() => FailIn(nameof(End));

    private void FailIn(string step)
    {
        if (step == Step)
        {
            throw new OverflowException("\u001b]52;c;x\a of no kind that is foreseen");
        }
    }
}
