using System.CommandLine;
using System.CommandLine.Completions;
using System.Globalization;
using ProcFs.Text;

namespace ProcFs.Cli.Commands;

/// <summary>The selection of processes: ids and names, in any order; none for all.</summary>
internal static class ProcessArgument
{
    private static readonly Option<int[]> s_ids = new("--id") { Description = "The processes with these ids.", HelpName = "id" };
    private static readonly Option<string[]> s_names = new("--name") { Description = "The processes with these names, even if they look like ids; wildcards are permitted.", HelpName = "name" };

    /// <summary>Adds the argument, and the options that say which of both it is.</summary>
    public static Argument<string[]> AddTo(Command command, string description = "Ids or names of processes; names can contain wildcards. The default is all processes.")
    {
        Argument<string[]> argument = Create(description);
        command.Arguments.Add(argument);
        command.Options.Add(s_ids);
        command.Options.Add(s_names);
        return argument;
    }

    /// <summary>The processes that the argument and the options name.</summary>
    public static string[] ValuesOf(ParseResult parsed, Argument<string[]> argument) =>
    [
        .. parsed.GetValue(argument) ?? [],
        .. (RowOptions.ValueOf(parsed, s_ids) ?? []).Select(id => id.ToString(CultureInfo.InvariantCulture)),
        .. (RowOptions.ValueOf(parsed, s_names) ?? []).Select(AsName),
    ];

    // An escaped digit is that digit, and the text is no id.
    private static string AsName(string name) => IdOf(name) is null ? name : $"`{name}";

    private static Argument<string[]> Create(string description)
    {
        var argument = new Argument<string[]>("process")
        {
            Description = description,
            HelpName = "id or name",
            Arity = ArgumentArity.ZeroOrMore,
        };
        argument.CompletionSources.Add(Complete);
        return argument;
    }

    /// <summary>The ids among the arguments.</summary>
    public static int[] IdsOf(string[] processes)
    {
        var ids = new List<int>();
        foreach (string process in processes)
        {
            if (IdOf(process) is { } id)
            {
                ids.Add(id);
            }
        }

        return [.. ids];
    }

    /// <summary>The selections to read: the processes named by id, then those named by name.</summary>
    public static IEnumerable<ProcessSelection> SelectionsOf(ProcRoot root, string[] processes)
    {
        if (processes.Length == 0)
        {
            return [root.Processes()];
        }

        int[] ids = IdsOf(processes);
        string[] names = [.. processes.Where(process => IdOf(process) is null)];
        var selections = new List<ProcessSelection>();
        if (ids.Length > 0)
        {
            selections.Add(root.Processes(ids));
        }

        if (names.Length > 0)
        {
            selections.Add(root.Processes(names));
        }

        return selections;
    }

    private static int? IdOf(string process) =>
        int.TryParse(process, NumberStyles.None, CultureInfo.InvariantCulture, out int id) ? id : null;

    private static IEnumerable<CompletionItem> Complete(CompletionContext context)
    {
        try
        {
            var root = new ProcRoot(context.ParseResult.GetValue(ProcFsCommand.Root) ?? ProcRoot.DefaultPath);
            ProcessSummary[] processes = [.. ProcessSummary.ReadAll(root)];
            return
            [
                .. processes.Select(process => new CompletionItem($"{process.ProcessId}", detail: Credentials.MaskLine(process.CommandLine))),
                .. processes.Select(process => process.Name).Distinct().Select(name => new CompletionItem(name)),
            ];
        }
        catch (ProcException)
        {
            return [];
        }
    }
}
