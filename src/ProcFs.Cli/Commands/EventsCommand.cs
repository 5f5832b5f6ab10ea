using System.CommandLine;
using ProcFs.Cli.Output;
using ProcFs.Text;

namespace ProcFs.Cli.Commands;

/// <summary>Watches processes start, execute programs, change their credentials and end, like Watch-ProcProcess.</summary>
internal sealed class EventsCommand
{
    private readonly Option<string[]> _user = new("--user") { Description = ProcessQuery.UserHelp, HelpName = "wildcard" };
    private readonly Option<int[]> _parent = new("--parent") { Description = ProcessQuery.ParentHelp, HelpName = "id" };
    private readonly Option<ProcessChangeKind[]> _change = new("--change") { Description = "Only changes of these kinds.", HelpName = "kind" };
    private readonly Option<int> _count = new("--count") { Description = "The number of changes after which it ends.", HelpName = "changes", DefaultValueFactory = _ => int.MaxValue };
    private readonly Option<double?> _timeout = new("--timeout") { Description = "The time after which it ends, in seconds.", HelpName = "seconds" };
    private readonly Option<double> _interval = new("--interval")
    {
        Description = "The time between two samples, in seconds, where it has to poll.",
        HelpName = "seconds",
        DefaultValueFactory = _ => ProcessWatcher.DefaultInterval.TotalSeconds,
    };

    private readonly Option<bool> _polling = new("--polling") { Description = "Polls, even where the process connector is permitted." };

    private EventsCommand()
    {
    }

    public static Command Create(StandardOutput output) => new EventsCommand().Make(output);

    private ExampleCommand Make(StandardOutput output)
    {
        var command = new ExampleCommand("events", "Watches processes start, execute programs, change their credentials and end.")
        {
            Examples =
            [
                ("procfs events --timeout 10", "what starts and ends within ten seconds"),
                ("procfs events --change executed --jsonl", "each program that is executed, until Ctrl-C"),
            ],
        };
        Argument<string[]> processes = ProcessArgument.AddTo(command);
        Array.ForEach<Option>([_user, _parent, _change, _count, _timeout, _interval, _polling], command.Options.Add);
        _interval.Validators.Add(result => Check(result.GetValueOrDefault<double>(), 0.001, 86400, "--interval takes 0.001 to 86400 seconds.", result.AddError));
        _timeout.Validators.Add(result => Check(result.GetValueOrDefault<double?>() ?? 1, 0.001, 1e9, "--timeout takes 0.001 to 1000000000 seconds.", result.AddError));
        _count.Validators.Add(result => Check(result.GetValueOrDefault<int>(), 1, int.MaxValue, "--count takes a number from 1.", result.AddError));
        var format = new RowOptions(command, typeof(ProcessChange));
        command.SetAction(parsed =>
        {
            using var session = new Session(parsed.GetValue(ProcFsCommand.Root)!, output);
            IRowWriter rows = format.CreateWriter(parsed, output);
            return session.Run(rows, () => Watch(session, parsed, ProcessArgument.ValuesOf(parsed, processes), rows));
        });
        return command;
    }

    private static void Check(double value, double least, double most, string message, Action<string> fail)
    {
        if (!(value >= least && value <= most))
        {
            fail(message);
        }
    }

    private void Watch(Session session, ParseResult parsed, string[] processes, IRowWriter rows)
    {
        ProcessSelection[] selections = [.. ProcessArgument.SelectionsOf(session.Root, processes)];
        var filter = new ProcessChangeFilter
        {
            Ids = selections.FirstOrDefault(selection => selection.Ids is not null)?.Ids,
            Names = selections.FirstOrDefault(selection => selection.Names is not null)?.Names,
            Users = RowOptions.ValueOf(parsed, _user)?.Select(user => new Wildcard(user)).ToArray(),
            Parents = RowOptions.ValueOf(parsed, _parent),
            Changes = RowOptions.ValueOf(parsed, _change),
        };
        using var watcher = new ProcessWatcher(session.Root, filter, TimeSpan.FromSeconds(parsed.GetValue(_interval)), parsed.GetValue(_polling));
        if (watcher.WhyPolling is { } reason)
        {
            Session.Warn($"Processes that live only shortly are missed: {reason}, so that /proc is polled.");
        }

        TimeSpan? timeout = parsed.GetValue(_timeout) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
        session.ReadAll(watcher.Watch(timeout, session.Stopped).Take(parsed.GetValue(_count)), rows.Write);
        while (watcher.TryTakeWarning(out string warning))
        {
            Session.Warn(warning);
        }
    }
}
