using System.CommandLine;
using ProcFs.Cli.Output;

namespace ProcFs.Cli.Commands;

/// <summary><c>procfs status</c>: every field of <c>/proc/&lt;pid&gt;/status</c>, as in Get-ProcStatus.</summary>
internal static class StatusCommand
{
    public static Command Create(StandardOutput output)
    {
        var command = new ExampleCommand("status", "Shows the status of processes. The table has the most important fields, JSON has all.")
        {
            Examples =
            [
                ("procfs status nginx", "state, memory, user and CPUs of all processes with this name"),
                ("procfs status 1 --json", "every field of process 1"),
                ("procfs status --group-by state", "the number of processes in each state"),
                ("procfs status --jsonl | jq 'select(.VmSwap > 0) | .Name'", "processes with swapped-out memory"),
            ],
        };
        Argument<string[]> processes = ProcessArgument.AddTo(command);
        var format = new RowOptions(command, typeof(ProcessStatus));
        command.SetAction(parsed =>
        {
            using var session = new Session(parsed.GetValue(ProcFsCommand.Root)!, output);
            IRowWriter rows = format.CreateWriter(parsed, output);
            return session.Run(rows, () =>
            {
                var summary = new ReadSummary();
                foreach (ProcessSelection selection in ProcessArgument.SelectionsOf(session.Root, ProcessArgument.ValuesOf(parsed, processes)))
                {
                    session.ReadAll(selection.Read<ProcessStatus>(summary, session.Stopped), rows.Write);
                }

                session.WarnOfHidden(summary);
            });
        });
        return command;
    }
}
