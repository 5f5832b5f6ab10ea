using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ProcFs.Cli.Output;
using ProcFs.Text;

namespace ProcFs.Cli.Commands;

/// <summary><c>procfs fd</c>: open file descriptors, as in Get-ProcFd.</summary>
internal static class DescriptorCommand
{
    public static Command Create(StandardOutput output)
    {
        Option<int[]> number = CreateNumber(DescriptorQuery.NumberHelp);
        var target = new Option<string[]>("--target", "-t") { Description = DescriptorQuery.TargetHelp, HelpName = "wildcard" };
        var type = new Option<string[]>("--type") { Description = DescriptorQuery.TypeHelp, HelpName = "wildcard" };
        var deleted = new Option<bool>("--deleted", "-d") { Description = DescriptorQuery.DeletedHelp };
        var detailed = new Option<bool>("--detailed") { Description = DescriptorQuery.DetailedHelp };
        var countOnly = new Option<bool>("--count-only") { Description = DescriptorQuery.CountHelp };
        var mapped = new Option<bool>("--include-mapped") { Description = DescriptorQuery.MappedHelp };
        var files = new FileOptions();
        type.CompletionSources.Add(_ => Enum.GetNames<FileDescriptorType>());
        type.Validators.Add(CheckTypes);
        var command = new ExampleCommand("fd", "Shows open file descriptors and their targets.")
        {
            Examples =
            [
                ("procfs fd nginx", "the descriptors of all processes with this name"),
                ("procfs fd --number 2 --group-by target", "where everyone's standard error goes"),
                ("procfs fd --deleted --jsonl", "deleted files that are still open, one JSON object per line"),
                ("procfs fd 4242 --target '*.log' --type File", "log files of process 4242"),
                ("procfs fd --path /var/log --recurse", "who uses files in /var/log, by whatever name"),
                ("procfs fd --mount-point /mnt", "what keeps /mnt busy"),
            ],
        };
        Argument<string[]> processes = ProcessArgument.AddTo(command);
        Array.ForEach<Option>([number, target, type, deleted, detailed, countOnly, mapped, .. files.All], command.Options.Add);
        command.Validators.Add(result =>
        {
            if (result.GetValue(countOnly) && ((Option[])[number, target, type, deleted, detailed, mapped, .. files.All]).Any(option => result.GetResult(option) is not null))
            {
                result.AddError("--count-only takes no other filter.");
            }
        });
        var format = new RowOptions(command, typeof(FileDescriptor));
        command.SetAction(parsed =>
        {
            using var session = new Session(parsed.GetValue(ProcFsCommand.Root)!, output);
            IRowWriter rows = format.CreateWriter(parsed, output);
            DescriptorQuery Query(ProcRoot root) => new(
                RowOptions.ValueOf(parsed, number),
                RowOptions.ValueOf(parsed, target),
                parsed.GetValue(type) is { Length: > 0 } patterns ? TypesOf(patterns) : null,
                parsed.GetValue(deleted),
                parsed.GetValue(detailed),
                parsed.GetValue(mapped),
                files.SelectionOf(parsed, root, session.Stopped));
            return session.Run(rows, () =>
            {
                if (parsed.GetValue(countOnly))
                {
                    Count(session, ProcessArgument.ValuesOf(parsed, processes), rows);
                }
                else
                {
                    DescriptorQuery query = Query(session.Root);
                    session.Read(query, ProcessArgument.ValuesOf(parsed, processes), rows);
                    Session.Warn(query.Warning);
                }
            });
        });
        return command;
    }

    /// <summary>The option for the numbers of descriptors.</summary>
    public static Option<int[]> CreateNumber(string description) =>
        new("--number", "-n") { Description = description, HelpName = "number", CustomParser = ParseNumbers };

    private static void Count(Session session, string[] processes, IRowWriter rows)
    {
        var summary = new ReadSummary();
        foreach (ProcessSelection selection in ProcessArgument.SelectionsOf(session.Root, processes))
        {
            session.ReadAll(DescriptorCount.Read(selection, summary, session.Stopped), rows.Write);
        }

        session.WarnOfHidden(summary);
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
                result.AddError($"\"{part}\" is not the number of a descriptor.");
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
