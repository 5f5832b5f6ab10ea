using System.CommandLine;
using ProcFs.Cli.Output;

namespace ProcFs.Cli.Commands;

/// <summary>The output options of a command.</summary>
internal sealed class RowOptions
{
    private readonly Option<bool> _json = new("--json") { Description = "Write one JSON array." };
    private readonly Option<bool> _jsonLines = new("--jsonl") { Description = "Write one JSON object per line, as they come." };
    private readonly Option<string> _groupBy = new("--group-by") { Description = "Count the rows that share this property.", HelpName = "property" };

    /// <summary>Adds the options to a command whose rows are of type <paramref name="type"/>; null for rows of any type.</summary>
    public RowOptions(Command command, Type? type)
    {
        command.Options.Add(_json);
        command.Options.Add(_jsonLines);
        command.Options.Add(_groupBy);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_json) && result.GetValue(_jsonLines))
            {
                result.AddError("--json and --jsonl cannot be combined.");
            }
        });
        if (type is not null)
        {
            _groupBy.CompletionSources.Add(_ => RowShape.Of(type).Properties.Select(property => property.Name));
            _groupBy.Validators.Add(result =>
            {
                if (result.GetValueOrDefault<string>() is { } name && RowShape.Of(type).Find(name) is null)
                {
                    string known = string.Join(", ", RowShape.Of(type).Properties.Select(property => property.Name));
                    result.AddError($"There is no property \"{name}\" to group by. The properties are: {known}.");
                }
            });
        }
    }

    /// <summary>The values of an option; null if it was not given.</summary>
    public static T[]? ValueOf<T>(ParseResult parsed, Option<T[]> option) => parsed.GetResult(option) is null ? null : parsed.GetValue(option);

    /// <summary>The writer for the options.</summary>
    public IRowWriter CreateWriter(ParseResult parsed, StandardOutput output, bool listsSingle = false)
    {
        string? groupBy = parsed.GetValue(_groupBy);
        bool isJson = parsed.GetValue(_json);
        IRowWriter rows = isJson || parsed.GetValue(_jsonLines)
            ? new JsonRows(output, isJson)
            : new TableRows(output, Terminal.Width, listsSingle && groupBy is null);
        return groupBy is null ? rows : new GroupedRows(rows, groupBy);
    }
}
