using System.CommandLine;
using ProcFs.Cli.Output;

namespace ProcFs.Cli.Commands;

/// <summary><c>procfs process</c>: processes, as in Get-ProcProcess.</summary>
internal static class ProcessCommand
{
    public static Command Create(StandardOutput output)
    {
        var parent = new Option<int[]>("--parent") { Description = ProcessQuery.ParentHelp, HelpName = "id" };
        var user = new Option<string[]>("--user") { Description = ProcessQuery.UserHelp, HelpName = "wildcard" };
        var command = new ExampleCommand("process", "Shows processes with their user, start time, memory and CPU time.")
        {
            Examples =
            [
                ("procfs process", "all processes"),
                ("procfs process 'ssh*' --json", "by name, with every field"),
                ("procfs process --parent 1 --user root", "the children of process 1 that belong to root"),
                ("procfs process --group-by user", "the number of processes of each user"),
            ],
        };
        Argument<string[]> processes = ProcessArgument.AddTo(command);
        command.Options.Add(parent);
        command.Options.Add(user);
        var format = new RowOptions(command, typeof(ProcessInfo));
        command.SetAction(parsed =>
        {
            using var session = new Session(parsed.GetValue(ProcFsCommand.Root)!, output);
            IRowWriter rows = format.CreateWriter(parsed, output);
            var query = new ProcessQuery(RowOptions.ValueOf(parsed, parent), RowOptions.ValueOf(parsed, user));
            return session.Run(rows, () => session.Read(query, ProcessArgument.ValuesOf(parsed, processes), rows));
        });
        return command;
    }
}
