using System.Management.Automation;
using ProcFs.Binding;
using ProcFs.Text;

namespace ProcFs.Commands;

/// <summary>What all cmdlets share: the /proc they read, an end on Ctrl-C, and errors that do not end the pipeline.</summary>
public abstract class ProcCmdlet : PSCmdlet
{
    /// <summary>Another folder laid out like /proc, or the name of a ProcFs drive.</summary>
    [Parameter(HelpMessage = "Another folder laid out like /proc, or the name of a ProcFs drive.")]
    [ValidateNotNullOrEmpty]
    public string? Root { get; set; }

    private protected ProcRoot ProcRoot { get; private set; } = null!;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        try
        {
            ProcRoot = RootArgument.Resolve(SessionState, Root);
        }
        catch (ProcException error)
        {
            ThrowTerminatingError(ErrorRecords.Of(error, Root));
        }
    }

    // What is said passes through here: no name in it can steer the terminal.
    private protected new void WriteWarning(string text) => base.WriteWarning(DisplayText.Escape(text));

    private protected new void WriteVerbose(string text) => base.WriteVerbose(DisplayText.Escape(text));

    private protected new bool ShouldProcess(string target, string action) => base.ShouldProcess(DisplayText.Escape(target), DisplayText.Escape(action));

    private protected void WriteAll<T>(IEnumerable<Outcome<T>> outcomes)
        where T : class => Guard(() =>
    {
        foreach (Outcome<T> outcome in outcomes)
        {
            if (outcome.Error is { } error)
            {
                WriteError(ErrorRecords.Of(error));
                continue;
            }

            Write(outcome.Item!);
        }
    });

    /// <summary>Runs what Ctrl-C may end.</summary>
    private protected void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (OperationCanceledException) when (Stopping)
        {
            // The engine ends the pipeline.
        }
    }

    /// <summary>Reports what was named and nothing has had.</summary>
    private protected void WriteAll(IEnumerable<ProcException> errors)
    {
        foreach (ProcException error in errors)
        {
            WriteError(ErrorRecords.Of(error));
        }
    }

    /// <summary>The types that the patterns name; an exact name that no type has ends the command.</summary>
    private protected T[] TypesOf<T>(string[] patterns, string thing)
        where T : struct, Enum
    {
        try
        {
            return TypeNames.Select<T>(patterns, thing);
        }
        catch (ArgumentException error)
        {
            ThrowTerminatingError(ErrorRecords.BadArgument(error.Message, patterns));
            throw;
        }
    }

    private protected virtual void Write(object item) => WriteObject(item);
}
