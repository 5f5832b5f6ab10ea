using ProcFs.Cli.Commands;
using ProcFs.Cli.Output;
using ProcFs.Views;

namespace ProcFs.Cli;

/// <summary>One run of a subcommand: the /proc to read, the output of its rows, and the failures so far.</summary>
internal sealed class Session(string rootPath, StandardOutput output) : IDisposable
{
    private readonly Interruption _interruption = new();
    private ProcRoot? _root;

    /// <summary>The /proc to read.</summary>
    public ProcRoot Root => _root ??= new ProcRoot(rootPath);

    /// <summary>The output of content.</summary>
    public StandardOutput Output => output;

    /// <summary>Cancels the reading.</summary>
    public CancellationToken Stopped => _interruption.Token;

    /// <summary>The exit status.</summary>
    public int ExitStatus { get; private set; }

    /// <summary>Runs <paramref name="read"/>, which passes its rows to <paramref name="rows"/>; the output is completed to a valid end in any case.</summary>
    public int Run(IRowWriter rows, Action read)
    {
        Guard(read);
        Guard(rows.Complete);
        return End();
    }

    /// <summary>Runs <paramref name="copy"/>, which writes content.</summary>
    public int Run(Action copy)
    {
        Guard(copy);
        Guard(output.Flush);
        return End();
    }

    /// <summary>The start of the model name; empty for all models.</summary>
    public void ReadAll<T>(IEnumerable<Outcome<T>> outcomes, Action<T> take)
        where T : class
    {
        foreach (Outcome<T> outcome in outcomes)
        {
            if (outcome.Error is { } error)
            {
                Report(error);
            }
            else
            {
                take(outcome.Item!);
            }
        }
    }

    /// <summary>Runs <paramref name="action"/>; a failure with one path does not prevent the others from being read.</summary>
    public void Try(Action action)
    {
        try
        {
            action();
        }
        catch (ProcException error)
        {
            Report(error);
        }
    }

    /// <summary>Reports a failure with a named item.</summary>
    public void Report(ProcException error) =>
        Fail(error.Message, error.Kind == ProcErrorKind.AccessDenied ? Cli.ExitStatus.Denied : Cli.ExitStatus.NotFound);

    /// <summary>Applies a query to the named processes, and reports named items that do not exist.</summary>
    public void Read<T>(RowQuery<T> query, string[] processes, IRowWriter rows)
        where T : class
    {
        var summary = new ReadSummary();
        foreach (ProcessSelection selection in ProcessArgument.SelectionsOf(Root, processes))
        {
            ReadAll(query.Read(selection, summary, Stopped), rows.Write);
        }

        WarnOfHidden(summary);
        ReportAll(query.Unmatched);
    }

    /// <summary>Reports named items that do not exist.</summary>
    public void ReportAll(IEnumerable<ProcException> errors)
    {
        foreach (ProcException error in errors)
        {
            Report(error);
        }
    }

    /// <summary>Reports what is missing from the output although no named item failed.</summary>
    public static void Warn(string? message)
    {
        if (message is not null)
        {
            Say($"warning: {message}");
        }
    }

    /// <summary>Reports the processes that were left out while all were read.</summary>
    public void WarnOfHidden(ReadSummary summary)
    {
        foreach (string warning in summary.WarningsOf(Root))
        {
            Warn(warning);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _interruption.Dispose();

    private static void Say(string message) => Console.Error.WriteLine($"procfs: {Display.Text(message)}");

    private void Fail(string message, int status)
    {
        Say(message);
        ExitStatus = Math.Max(ExitStatus, status);
    }

    private void Guard(Action action)
    {
        try
        {
            Try(action);
        }
        catch (UsageException error)
        {
            Fail(error.Message, Cli.ExitStatus.Usage);
        }
        catch (OperationCanceledException) when (Stopped.IsCancellationRequested)
        {
            // The output so far is completed.
        }
#pragma warning disable CA1031 // Every exception is reported in one line, and the output is still completed.
        catch (Exception error) when (error is not (ClosedPipeException or IOException))
#pragma warning restore CA1031
        {
            Fail(error.Message, Cli.ExitStatus.NotFound);
        }
    }

    private int End()
    {
        _interruption.Obey();
        return ExitStatus;
    }
}
