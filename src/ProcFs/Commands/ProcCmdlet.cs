using System.Management.Automation;
using System.Reflection;
using ProcFs.Binding;
using ProcFs.Remoting;
using ProcFs.Text;

namespace ProcFs.Commands;

/// <summary>The base of all cmdlets: the /proc to read, cancellation with Ctrl-C, and errors that do not end the pipeline.</summary>
public abstract class ProcCmdlet : PSCmdlet, IDynamicParameters
{
    private const string InterpolatedStrings = "Messages are interpolated strings, whose inserted values are escaped.";

    /// <summary>Another folder laid out like /proc, or the name of a ProcFs drive.</summary>
    [Parameter(HelpMessage = "Another folder laid out like /proc, or the name of a ProcFs drive.")]
    [ValidateNotNullOrEmpty]
    public string? Root { get; set; }

    private RemoteParameters? _remote;
    private RemoteQuestion? _question;

    private protected ProcRoot ProcRoot { get; private set; } = null!;

    /// <summary>The parameters of a cmdlet that can ask other machines: those that only read.</summary>
    public object? GetDynamicParameters() => GetType().GetCustomAttribute<CmdletAttribute>()?.VerbName is VerbsCommon.Get or VerbsDiagnostic.Measure or VerbsCommon.Watch
        ? _remote = new RemoteParameters()
        : null;

    // Only exceptions of the engine itself reach it: any other failure in a cmdlet becomes an error of that cmdlet.

    /// <inheritdoc/>
    protected sealed override void BeginProcessing()
    {
        if (_remote is { IsUsed: true } parameters)
        {
            _question = new RemoteQuestion(this, parameters);
            return;
        }

        Guard(Begin);
    }

    /// <inheritdoc/>
    protected sealed override void ProcessRecord()
    {
        if (_question is null)
        {
            Guard(Process);
        }
        else
        {
            _question.Add(MyInvocation.BoundParameters, ParameterSetName);
        }
    }

    /// <inheritdoc/>
    protected sealed override void EndProcessing() => Guard(_question is null ? End : Ask);

    private void Ask()
    {
        foreach (HostMessage message in _question!.Ask(PipelineStopToken))
        {
            switch (message)
            {
                case { Row: { } row }:
                    WriteObject(row);
                    break;
                case { Warning: { } warning }:
                    WriteWarning($"{message.Host.Name}: {warning}");
                    break;
                case { Verbose: { } verbose }:
                    WriteVerbose($"{message.Host.Name}: {verbose}");
                    break;
                default:
                    WriteError(ErrorRecords.OfHost(message));
                    break;
            }
        }
    }

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

    // All messages pass through here, and a raw string does not: no name in them can control the terminal.
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

    /// <summary>A progress bar.</summary>
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

    /// <summary>Runs an action that Ctrl-C can cancel. A failure becomes an error, and the command continues.</summary>
    /// <param name="action">The action.</param>
    /// <param name="target">The target of the action; null if the error has it.</param>
    /// <param name="path">The path to read, below the root; null if the error has it.</param>
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

    /// <summary>Reports named items without a match.</summary>
    private protected void WriteAll(IEnumerable<ProcException> errors)
    {
        foreach (ProcException error in errors)
        {
            WriteError(ErrorRecords.Of(error));
        }
    }

    /// <summary>The types that the patterns name; an exact name without a match ends the command.</summary>
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

    // The root has not been resolved if that is what failed.
    private string PathOf(string? path) => (ProcRoot?.Path ?? Root ?? ProcRoot.DefaultPath) + (path is null ? "" : $"/{path}");
}
