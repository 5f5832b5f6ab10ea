using System.CommandLine;
using ProcFs.Cli.Output;
using ProcFs.Text;
using ProcFs.Tree;

namespace ProcFs.Cli.Commands;

/// <summary><c>procfs ls</c>: the items at a path, as listed by Get-ChildItem on the drive.</summary>
internal static class ListCommand
{
    public static Command Create(StandardOutput output)
    {
        Argument<string> path = PathArgument.CreateOptional();
        var filter = new Option<string>("--filter") { Description = "Only names that match this wildcard.", HelpName = "wildcard" };
        var command = new ExampleCommand("ls", "Lists the items at a path, with kind, value and description.")
        {
            Examples =
            [
                ("procfs ls", "processes, and the files of the machine"),
                ("procfs ls sys/vm", "parameters with their values and descriptions"),
                ("procfs ls self/fd --group-by type", "a folder of uniform items lists these items"),
                ("procfs ls --filter 'net*' --jsonl", "one JSON object per line"),
            ],
        };
        command.Arguments.Add(path);
        command.Options.Add(filter);
        var format = new RowOptions(command, type: null);
        command.SetAction(parsed =>
        {
            using var session = new Session(parsed.GetValue(ProcFsCommand.Root)!, output);
            IRowWriter rows = format.CreateWriter(parsed, output);
            Wildcard? names = parsed.GetValue(filter) is { } pattern ? new Wildcard(pattern) : null;
            return session.Run(rows, () => List(session, parsed.GetValue(path)!, names, rows));
        });
        return command;
    }

    private static void List(Session session, string path, Wildcard? names, IRowWriter rows)
    {
        ProcNode node = new ProcTree(session.Root).Get(PathArgument.RelativeTo(session.Root, path));
        if (node is not IContainerNode container)
        {
            rows.Write(node.GetItem());
            return;
        }

        container.ReadChildren(names, child => WriteChild(session, child, rows), session.Report, session.Stopped);
    }

    private static void WriteChild(Session session, ProcNode child, IRowWriter rows)
    {
        object listed;
        try
        {
            listed = child.GetListed();
        }
        catch (ProcException error) when (error.Kind == ProcErrorKind.NotFound)
        {
            // A process or thread that ends while all are listed is skipped.
            return;
        }
        catch (ProcException error)
        {
            session.Report(error);
            return;
        }

        rows.Write(listed);
    }
}
