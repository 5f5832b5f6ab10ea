using System.CommandLine;
using ProcFs.Cli.Output;

namespace ProcFs.Cli.Commands;

/// <summary><c>procfs process</c>: processes, as Get-ProcProcess gives them.</summary>
internal static class ProcessCommand
{
    public static Command Create(StandardOutput output)
    {
        Argument<string[]> processes = ProcessArgument.Create();
        var parent = new Option<int?>("--parent") { Description = "Only children of this process.", HelpName = "id" };
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
            int? parentId = parsed.GetValue(parent);
            var users = new NameFilter(parsed.GetValue(user), "No process belongs to a user named");
            return session.Run(rows, () => Read(session, parsed.GetValue(processes) ?? [], parentId, users, rows));
        });
        return command;
    }

    private static void Read(Session session, string[] processes, int? parentId, NameFilter users, IRowWriter rows)
    {
        var summary = new ReadSummary();
        foreach (ProcessSelection selection in ProcessArgument.SelectionsOf(session.Root, processes))
        {
            session.ReadAll(ProcessInfo.Read(selection, summary, session.Stopped), row =>
            {
                bool isOfUser = users.Accepts(row.User);
                if (isOfUser && (parentId is null || row.ParentProcessId == parentId))
                {
                    rows.Write(row);
                }
            });
        }

        session.WarnOfHidden(summary);
        users.ReportUnmatched(session);
    }
}
