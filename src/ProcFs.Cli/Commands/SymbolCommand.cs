using System.CommandLine;
using System.CommandLine.Parsing;
using ProcFs.Cli.Output;
using ProcFs.Text;

namespace ProcFs.Cli.Commands;

/// <summary><c>procfs symbol</c>: kernel symbols by name or address, as in Get-KernelSymbol.</summary>
internal static class SymbolCommand
{
    public static Command Create(StandardOutput output)
    {
        var names = new Argument<string[]>("name") { Description = $"{SymbolQuery.NameHelp} The default is all symbols.", HelpName = "name", Arity = ArgumentArity.ZeroOrMore };
        var module = new Option<string[]>("--module", "-m") { Description = SymbolQuery.ModuleHelp, HelpName = "wildcard" };
        var type = new Option<string[]>("--type") { Description = SymbolQuery.TypeHelp, HelpName = "letters" };
        var address = new Option<ulong[]>("--address", "-a") { Description = SymbolQuery.AddressHelp, HelpName = "address", CustomParser = ParseAddresses };
        var command = new ExampleCommand("symbol", "Shows the symbols of the kernel and its modules.")
        {
            Examples =
            [
                ("procfs symbol 'vfs_rea*'", "by name"),
                ("procfs symbol --module ext4 --type T", "the global functions of a module"),
                ("procfs symbol --address ffffffff813fa1d7", "the symbol that contains an address, and the offset"),
                ("procfs symbol --group-by module", "the number of symbols in each module"),
            ],
        };
        names.CompletionSources.Add(context => Complete(context.ParseResult.GetValue(ProcFsCommand.Root), context.WordToComplete));
        command.Arguments.Add(names);
        Array.ForEach<Option>([module, type, address], command.Options.Add);
        command.Validators.Add(result =>
        {
            if (result.GetResult(address) is not null && (result.GetResult(names) is { Tokens.Count: > 0 } || result.GetResult(module) is not null || result.GetResult(type) is not null))
            {
                result.AddError("--address cannot be combined with names or other filters.");
            }
        });
        var format = new RowOptions(command, type: null);
        command.SetAction(parsed =>
        {
            using var session = new Session(parsed.GetValue(ProcFsCommand.Root)!, output);
            IRowWriter rows = format.CreateWriter(parsed, output);
            if (RowOptions.ValueOf(parsed, address) is { } addresses)
            {
                return session.Run(rows, () => session.ReadAll(new SymbolQuery(session.Root).Locate(addresses, session.Stopped), rows.Write));
            }

            string[]? given = parsed.GetValue(names) is { Length: > 0 } some ? some : null;
            char[]? types = parsed.GetValue(type) is { Length: > 0 } letters ? [.. letters.SelectMany(text => text)] : null;
            return session.Run(rows, () => Read(session, new SymbolQuery(session.Root, given, RowOptions.ValueOf(parsed, module), types), rows));
        });
        return command;
    }

    private static void Read(Session session, SymbolQuery query, IRowWriter rows)
    {
        session.ReadAll(query.Read(session.Stopped), rows.Write);
        Session.Warn(query.Warning);
        session.ReportAll(query.Unmatched);
    }

    private static ulong[] ParseAddresses(ArgumentResult result)
    {
        try
        {
            return [.. result.Tokens.Select(token => AddressText.Parse(token.Value))];
        }
        catch (ArgumentException error)
        {
            result.AddError(error.Message);
            return [];
        }
    }

    private static string[] Complete(string? rootPath, string typed)
    {
        try
        {
            var query = new SymbolQuery(new ProcRoot(rootPath ?? ProcRoot.DefaultPath), names: [typed + "*"]);
            return [.. query.Read().Select(outcome => outcome.Item?.Name).OfType<string>().Distinct()];
        }
        catch (ProcException)
        {
            return [];
        }
    }
}
