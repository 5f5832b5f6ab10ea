using System.CommandLine;
using ProcFs.Cli.Output;
using ProcFs.Tree;

namespace ProcFs.Cli.Commands;

/// <summary><c>procfs get</c>: the object at a path, or the rows of a table.</summary>
internal static class GetCommand
{
    public static Command Create(StandardOutput output)
    {
        Argument<string[]> paths = PathArgument.CreateMany();
        var command = new ExampleCommand("get", "Gets the object at a path, or the rows of a table or of a folder of uniform items.")
        {
            Examples =
            [
                ("procfs get 1/status", "every field of a record"),
                ("procfs get self/maps", "the rows of a table"),
                ("procfs get sys/vm/swappiness sys/kernel/pid_max --json", "parameters with their values"),
                ("procfs get 1 --jsonl | jq .CommandLine", "a process"),
            ],
        };
        command.Arguments.Add(paths);
        var format = new RowOptions(command, type: null);
        command.SetAction(parsed =>
        {
            using var session = new Session(parsed.GetValue(ProcFsCommand.Root)!, output);
            IRowWriter rows = format.CreateWriter(parsed, output, listsSingle: true);
            return session.Run(rows, () =>
            {
                foreach (string path in parsed.GetValue(paths)!)
                {
                    session.Try(() => Get(session, path, rows));
                }
            });
        });
        return command;
    }

    private static void Get(Session session, string path, IRowWriter rows)
    {
        ProcNode node = new ProcTree(session.Root).Get(PathArgument.RelativeTo(session.Root, path));
        if (node is IContainerNode table && HasRows(node))
        {
            table.ReadChildren(null, row => rows.Write(row.GetItem()), session.Report, session.Stopped);
            return;
        }

        rows.Write(node.GetItem());
    }

    private static bool HasRows(ProcNode node) =>
        node.Kind == ProcKind.Table || Catalog.Find(node.RelativePath) is TableEntry { IsFolder: true };
}
