using System.CommandLine;
using ProcFs.Cli.Output;

namespace ProcFs.Cli.Commands;

/// <summary><c>procfs process</c>: processes, as Get-ProcProcess gives them.</summary>
internal static class ProcessCommand
{
    public static Command Create(StandardOutput output)
    {
        Argument<string[]> processes = ProcessArgument.Create();
        var parent = new Option<int[]>("--parent") { Description = "Only children of this process.", HelpName = "id" };
        var user = new Option<string[]>("--user") { Description = "Only processes of these users; wildcards are permitted.", HelpName = "wildcard" };
        var command = new ExampleCommand("process", "Shows processes: who runs what, since when, with how much memory and time.")
        {
            Examples =
            [
                ("procfs process", "all of them"),
                ("procfs process 'ssh*' --json", "by name, with every field"),
                ("procfs process --parent 1 --user root", "what root runs directly under process 1"),
                ("procfs process --group-by user", "how many processes each user has"),
            ],
        };
        command.Arguments.Add(processes);
        command.Options.Add(parent);
        command.Options.Add(user);
        var format = new RowOptions(command, typeof(ProcessInfo));
        command.SetAction(parsed =>
        {
            using var session = new Session(parsed.GetValue(ProcFsCommand.Root)!, output);
            IRowWriter rows = format.CreateWriter(parsed, output);
            int[]? parents = parsed.GetValue(parent) is { Length: > 0 } ids ? ids : null;
            RowFilter users = RowOptions.FilterOf(parsed, user, "No process belongs to a user named");
            return session.Run(rows, () => Read(session, parsed.GetValue(processes) ?? [], parents, users, rows));
        });
        return command;
    }

    private static void Read(Session session, string[] processes, int[]? parents, RowFilter users, IRowWriter rows)
    {
        var summary = new ReadSummary();
        foreach (ProcessSelection selection in ProcessArgument.SelectionsOf(session.Root, processes))
        {
            session.ReadAll(ProcessInfo.Read(selection, summary, cancellation: session.Stopped), row =>
            {
                if ((parents is null || parents.Contains(row.ParentProcessId)) && users.Accepts(row.User))
                {
                    rows.Write(row);
                }
            });
        }

        session.WarnOfHidden(summary);
        session.ReportUnmatched(users);
    }
}
