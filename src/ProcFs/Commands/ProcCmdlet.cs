using System.Management.Automation;
using ProcFs.Binding;
using ProcFs.Text;

namespace ProcFs.Commands;

/// <summary>What all cmdlets share: the /proc they read, an end on Ctrl-C, and errors that do not end the pipeline.</summary>
public abstract class ProcCmdlet : PSCmdlet
{
    private const string InterpolatedStrings = "What is said to the user is an interpolated string, in which what is filled in is escaped.";

    /// <summary>Another folder laid out like /proc, or the name of a ProcFs drive.</summary>
    [Parameter(HelpMessage = "Another folder laid out like /proc, or the name of a ProcFs drive.")]
    [ValidateNotNullOrEmpty]
    public string? Root { get; set; }

    private protected ProcRoot ProcRoot { get; private set; } = null!;

    // The engine gets nothing thrown but what it throws itself: whatever goes wrong in a cmdlet is an error of that cmdlet.

    /// <inheritdoc/>
    protected sealed override void BeginProcessing() => Guard(Begin);

    /// <inheritdoc/>
    protected sealed override void ProcessRecord() => Guard(Process);

    /// <inheritdoc/>
    protected sealed override void EndProcessing() => Guard(End);

    private protected virtual void Begin()
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

    private protected virtual void Process()
    {
    }

    private protected virtual void End()
    {
    }

    // What is said passes through here, and a string as it is does not: no name in it can steer the terminal.
    private protected void WriteWarning(SafeText text) => base.WriteWarning($"{text}");

    private protected void WriteVerbose(SafeText text) => base.WriteVerbose($"{text}");

    private protected bool ShouldProcess(SafeText target, SafeText action) => base.ShouldProcess($"{target}", $"{action}");

    [Obsolete(InterpolatedStrings, error: true)]
    private protected new void WriteWarning(string text) => throw new NotSupportedException(text);

    [Obsolete(InterpolatedStrings, error: true)]
    private protected new void WriteVerbose(string text) => throw new NotSupportedException(text);

    [Obsolete(InterpolatedStrings, error: true)]
    private protected new bool ShouldProcess(string target, string action) => throw new NotSupportedException(target + action);

    [Obsolete(InterpolatedStrings, error: true)]
    private protected new bool ShouldProcess(string target) => throw new NotSupportedException(target);

    /// <summary>A bar of progress.</summary>
#pragma warning disable RS0030 // Here it is escaped.
    private protected static ProgressRecord ProgressOf(int id, SafeText activity, SafeText status) => new(id, $"{activity}", $"{status}");
#pragma warning restore RS0030

    private protected void WriteAll<T>(IEnumerable<Outcome<T>> outcomes)
        where T : class
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
    }

    /// <summary>Runs what Ctrl-C may end. What goes wrong is one error, and the command goes on.</summary>
    /// <param name="action">What is run.</param>
    /// <param name="target">What it is about; null where the error says it.</param>
    /// <param name="path">Where it reads, below the root; null where the error says it.</param>
    private protected void Guard(Action action, object? target = null, string? path = null)
    {
        try
        {
            action();
        }
        catch (OperationCanceledException) when (Stopping)
        {
            // The engine ends the pipeline.
        }
        catch (ProcException error)
        {
            WriteError(ErrorRecords.Of(error, target));
        }
        catch (Exception error) when (ErrorRecords.IsUnforeseen(error))
        {
            WriteError(ErrorRecords.Of(ProcException.Unforeseen(error, PathOf(path)), target));
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
            ThrowTerminatingError(ErrorRecords.BadArgument($"{error.Message}", patterns));
            throw;
        }
    }

    private protected virtual void Write(object item) => WriteObject(item);

    // No root has been resolved yet where that is what goes wrong.
    private string PathOf(string? path) => (ProcRoot?.Path ?? Root ?? ProcRoot.DefaultPath) + (path is null ? "" : $"/{path}");
}
