using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using ProcFs.Cli.Output;
using ProcFs.Text;

namespace ProcFs.Cli.Commands;

/// <summary>The command <c>procfs</c> with all its subcommands.</summary>
internal static class ProcFsCommand
{
    private static readonly (string Line, string Effect)[] s_examples =
    [
        ("procfs fd --number 2 --group-by target", "where everyone's standard error goes"),
        ("procfs ls self/fd", "the descriptors of the command itself, from the tree"),
        ("procfs get 1/status --json", "the status of process 1, every field"),
        ("procfs fd --deleted --jsonl | jq -r .Target", "deleted files that are still open"),
        ("procfs symbol 'vfs_rea*'", "kernel symbols"),
    ];

    /// <summary>The folder to read.</summary>
    public static Option<string> Root { get; } = new("--root")
    {
        Description = "Another folder laid out like /proc: the /proc of a container, or a capture, also as an archive.",
        HelpName = "folder",
        DefaultValueFactory = _ => ProcRoot.DefaultPath,
        Recursive = true,
    };

    /// <summary>Runs the command line; returns the exit status.</summary>
    public static int Run(string[] arguments)
    {
        var output = new StandardOutput();
        ParseResult parsed = Create(output).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        string[] mistakes = [.. FindMistakes(parsed, arguments).Distinct()];
        if (mistakes.Length > 0 && parsed.Action is not HelpWithExamples)
        {
            return SayUsage(parsed, mistakes);
        }

        using var text = new StringWriter();
        int status = parsed.Invoke(new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
            Output = text,
        });
        output.Write(text.ToString());
        output.Flush();
        return status;
    }

    private static RootCommand Create(StandardOutput output)
    {
        var root = new RootCommand("Shows /proc as objects, with a description for every path.")
        {
            Root,
            ListCommand.Create(output),
            GetCommand.Create(output),
            ContentCommand.Create(output),
            DescriptorCommand.Create(output),
            StatusCommand.Create(output),
            ProcessCommand.Create(output),
            SocketCommand.Create(output),
            EventsCommand.Create(output),
            SnapshotCommand.Create(output),
            RestoreCommand.Create(output),
            StatisticCommand.Create(output),
            SymbolCommand.Create(output),
            ExportCommand.Create(output),
            SchemaCommand.Create(output),
            CompletionCommand.Create(output),
        };
        foreach (Command command in QueryCommands.Create(output))
        {
            root.Subcommands.Add(command);
        }

        foreach (HelpOption help in root.Options.OfType<HelpOption>())
        {
            help.Action = new HelpWithExamples((HelpAction)help.Action!, s_examples);
        }

        return root;
    }

    // An unknown option would be taken for a process name. Names that begin with a dash must follow "--".
    private static IEnumerable<string> FindMistakes(ParseResult parsed, string[] arguments)
    {
        IEnumerable<string> values = parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens).Select(token => token.Value);
        IEnumerable<string> unknown = arguments.Contains("--") ? [] : values.Where(value => value is ['-', _, ..]);
        return [.. unknown.Select(value => $"There is no option \"{value}\"."), .. parsed.Errors.Select(error => error.Message)];
    }

    private static int SayUsage(ParseResult parsed, string[] mistakes)
    {
        foreach (string message in mistakes)
        {
            Console.Error.WriteLine($"procfs: {DisplayText.Escape(message)}");
        }

        string command = parsed.CommandResult.Command is RootCommand ? "procfs" : $"procfs {parsed.CommandResult.Command.Name}";
        Console.Error.WriteLine($"Try '{command} --help'.");
        return ExitStatus.Usage;
    }
}
