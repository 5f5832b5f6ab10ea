using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ProcFs.Cli.Output;
using ProcFs.Text;

namespace ProcFs.Cli.Commands;

/// <summary><c>procfs fd</c>: open file descriptors, as Get-ProcFd gives them.</summary>
internal static class DescriptorCommand
{
    public static Command Create(StandardOutput output)
    {
        Argument<string[]> processes = ProcessArgument.Create();
        var number = new Option<int[]>("--number", "-n") { Description = "Only descriptors with these numbers.", HelpName = "number", CustomParser = ParseNumbers };
        var target = new Option<string[]>("--target", "-t") { Description = "Only descriptors that lead to these targets; wildcards are permitted.", HelpName = "wildcard" };
        var type = new Option<string[]>("--type") { Description = "Only descriptors of these types, such as File, Socket or Event*.", HelpName = "wildcard" };
        var deleted = new Option<bool>("--deleted", "-d") { Description = "Only files that are deleted but live on while they are open." };
        type.CompletionSources.Add(_ => Enum.GetNames<FileDescriptorType>());
        type.Validators.Add(CheckTypes);
        var command = new ExampleCommand("fd", "Shows open file descriptors and what they lead to.")
        {
            Examples =
            [
                ("procfs fd nginx", "those of every process of this name"),
                ("procfs fd --number 2 --group-by target", "where everyone's standard error goes"),
                ("procfs fd --deleted --jsonl", "deleted files that live on, one JSON object a line"),
                ("procfs fd 4242 --target '*.log' --type File", "log files of process 4242"),
            ],
        };
        command.Arguments.Add(processes);
        Array.ForEach<Option>([number, target, type, deleted], command.Options.Add);
        var format = new RowOptions(command, typeof(FileDescriptor));
        command.SetAction(parsed =>
        {
            RowFilter targets = RowOptions.FilterOf(parsed, target, "No descriptor leads to");
            var filter = new FileDescriptorFilter
            {
                Numbers = parsed.GetResult(number) is null ? null : parsed.GetValue(number),
                Targets = targets.Patterns,
                Types = parsed.GetValue(type) is { Length: > 0 } patterns ? TypesOf(patterns) : null,
                IsDeleted = parsed.GetValue(deleted),
            };
            using var session = new Session(parsed.GetValue(ProcFsCommand.Root)!, output);
            IRowWriter rows = format.CreateWriter(parsed, output);
            return session.Run(rows, () => Read(session, parsed.GetValue(processes) ?? [], filter, targets, rows));
        });
        return command;
    }

    private static void Read(Session session, string[] processes, FileDescriptorFilter filter, RowFilter targets, IRowWriter rows)
    {
        var summary = new ReadSummary();
        int[] ids = ProcessArgument.IdsOf(processes);
        var met = new HashSet<(int ProcessId, int Number)>();
        foreach (ProcessSelection selection in ProcessArgument.SelectionsOf(session.Root, processes))
        {
            session.ReadAll(FileDescriptor.Read(selection, filter, summary, session.Stopped), row =>
            {
                _ = targets.Accepts(row.Target);
                if (ids.Length > 0 && filter.Numbers is not null)
                {
                    met.Add((row.ProcessId, row.Number));
                }

                rows.Write(row);
            });
        }

        session.WarnOfHidden(summary);
        session.ReportUnmatched(targets);
        foreach ((int id, int number) in FileDescriptor.FindMissing(session.Root, ids, filter, met))
        {
            session.ReportMissing(FileDescriptor.MissingMessage(id, number));
        }
    }

    private static int[] ParseNumbers(ArgumentResult result)
    {
        var numbers = new List<int>();
        foreach (string part in result.Tokens.SelectMany(token => token.Value.Split(',')))
        {
            if (int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
            {
                numbers.Add(number);
            }
            else
            {
                result.AddError($"\"{part}\" is no number of a descriptor.");
            }
        }

        return [.. numbers];
    }

    private static void CheckTypes(OptionResult result)
    {
        try
        {
            _ = TypesOf(result.Tokens.Select(token => token.Value));
        }
        catch (ArgumentException error)
        {
            result.AddError(error.Message);
        }
    }

    private static FileDescriptorType[] TypesOf(IEnumerable<string> patterns) => TypeNames.Select<FileDescriptorType>(patterns, "descriptor");
}
