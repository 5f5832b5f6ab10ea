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
            var query = new Query
            {
                Processes = parsed.GetValue(processes) ?? [],
                Numbers = parsed.GetResult(number) is null ? null : parsed.GetValue(number),
                Targets = new NameFilter(parsed.GetValue(target), "No descriptor leads to"),
                Types = parsed.GetValue(type) is { Length: > 0 } patterns ? TypesOf(patterns) : null,
                IsDeleted = parsed.GetValue(deleted),
            };
            using var session = new Session(parsed.GetValue(ProcFsCommand.Root)!, output);
            IRowWriter rows = format.CreateWriter(parsed, output);
            return session.Run(rows, () => Read(session, query, rows));
        });
        return command;
    }

    private static void Read(Session session, Query query, IRowWriter rows)
    {
        var filter = new FileDescriptorFilter { Numbers = query.Numbers, Targets = query.Targets.Patterns, Types = query.Types, IsDeleted = query.IsDeleted };
        var summary = new ReadSummary();
        var met = new HashSet<(int ProcessId, int Number)>();
        bool isNamed = query.Processes.Length > 0 && query.Numbers is not null;
        foreach (ProcessSelection selection in ProcessArgument.SelectionsOf(session.Root, query.Processes))
        {
            session.ReadAll(FileDescriptor.Read(selection, filter, summary, session.Stopped), row =>
            {
                _ = query.Targets.Accepts(row.Target);
                if (isNamed)
                {
                    met.Add((row.ProcessId, row.Number));
                }

                rows.Write(row);
            });
        }

        session.WarnOfHidden(summary);
        query.Targets.ReportUnmatched(session);
        ReportMissing(session, query, met);
    }

    // A number that was named, of a process that was named: its absence is an answer only where no other filter may be why.
    private static void ReportMissing(Session session, Query query, HashSet<(int ProcessId, int Number)> met)
    {
        if (query.Numbers is null || query.Targets.Patterns is not null || query.Types is not null || query.IsDeleted)
        {
            return;
        }

        foreach (int id in ProcessArgument.IdsOf(query.Processes))
        {
            foreach (int number in query.Numbers)
            {
                if (!met.Contains((id, number)) && FileDescriptor.IsMissing(session.Root, id, number))
                {
                    session.ReportMissing($"Process {id} has no descriptor {number}.");
                }
            }
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
        foreach (string pattern in result.Tokens.Select(token => token.Value))
        {
            if (new Wildcard(pattern).IsExact && TypesOf([pattern]).Length == 0)
            {
                result.AddError($"\"{pattern}\" is no type of descriptor. The types are: {string.Join(", ", Enum.GetNames<FileDescriptorType>())}.");
            }
        }
    }

    private static FileDescriptorType[] TypesOf(string[] patterns)
    {
        Wildcard[] wildcards = [.. patterns.Select(pattern => new Wildcard(pattern))];
        return [.. Enum.GetValues<FileDescriptorType>().Where(type => wildcards.Any(wildcard => wildcard.IsMatch($"{type}".AsSpan())))];
    }

    /// <summary>What is asked for.</summary>
    private sealed class Query
    {
        public required string[] Processes { get; init; }

        public required int[]? Numbers { get; init; }

        public required NameFilter Targets { get; init; }

        public required FileDescriptorType[]? Types { get; init; }

        public required bool IsDeleted { get; init; }
    }
}
