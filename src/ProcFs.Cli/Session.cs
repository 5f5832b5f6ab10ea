using ProcFs.Cli.Commands;
using ProcFs.Cli.Output;
using ProcFs.Views;

namespace ProcFs.Cli;

/// <summary>One run of a subcommand: the /proc that it reads, where its rows go, and what went wrong so far.</summary>
internal sealed class Session(string rootPath, StandardOutput output) : IDisposable
{
    private readonly Interruption _interruption = new();
    private ProcRoot? _root;

    /// <summary>The /proc that is read.</summary>
    public ProcRoot Root => _root ??= new ProcRoot(rootPath);

    /// <summary>Where content goes.</summary>
    public StandardOutput Output => output;

    /// <summary>Ends the reading.</summary>
    public CancellationToken Stopped => _interruption.Token;

    /// <summary>What the shell is told at the end.</summary>
    public int ExitStatus { get; private set; }

    /// <summary>Runs <paramref name="read"/>, which gives its rows to <paramref name="rows"/>; the output is brought to a valid end in any case.</summary>
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

    /// <summary>Gives each object to <paramref name="take"/> and reports what went wrong between them.</summary>
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

    /// <summary>Runs <paramref name="action"/>; what is wrong with one path does not keep the others from being read.</summary>
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

    /// <summary>Says what went wrong with something that was named.</summary>
    public void Report(ProcException error) =>
        Fail(error.Message, error.Kind == ProcErrorKind.AccessDenied ? Cli.ExitStatus.Denied : Cli.ExitStatus.NotFound);

    /// <summary>Puts a query to the processes that were named, and says what was named and is not there.</summary>
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

    /// <summary>Says what was named and is not there.</summary>
    public void ReportAll(IEnumerable<ProcException> errors)
    {
        foreach (ProcException error in errors)
        {
            Report(error);
        }
    }

    /// <summary>Says what the output lacks without anything named being amiss.</summary>
    public static void Warn(string? message)
    {
        if (message is not null)
        {
            Say($"warning: {message}");
        }
    }

    /// <summary>Says which processes were left out while all were read.</summary>
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
            // What was written so far is brought to its end.
        }
#pragma warning disable CA1031 // Whatever happens is told in one line, and the output is still brought to a valid end.
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
