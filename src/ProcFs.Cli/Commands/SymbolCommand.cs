using System.CommandLine;
using System.CommandLine.Parsing;
using ProcFs.Cli.Output;
using ProcFs.Text;

namespace ProcFs.Cli.Commands;

/// <summary><c>procfs symbol</c>: symbols of the kernel by name or address, as Get-KernelSymbol gives them.</summary>
internal static class SymbolCommand
{
    public static Command Create(StandardOutput output)
    {
        var names = new Argument<string[]>("name") { Description = "Names of symbols; wildcards are permitted. Without any: all.", HelpName = "name", Arity = ArgumentArity.ZeroOrMore };
        var module = new Option<string[]>("--module", "-m") { Description = "Only symbols of these modules; wildcards are permitted.", HelpName = "wildcard" };
        var type = new Option<string[]>("--type") { Description = "Only symbols of these types, as nm has them: T text, D data; lower case for local ones.", HelpName = "letters" };
        var address = new Option<ulong[]>("--address", "-a") { Description = "The symbol that holds this address, in hexadecimal.", HelpName = "address", CustomParser = ParseAddresses };
        var command = new ExampleCommand("symbol", "Shows symbols of the kernel and its modules.")
        {
            Examples =
            [
                ("procfs symbol 'vfs_rea*'", "by name"),
                ("procfs symbol --module ext4 --type T", "the global functions of a module"),
                ("procfs symbol --address ffffffff813fa1d7", "the symbol that holds an address, and the offset in it"),
                ("procfs symbol --group-by module", "how many symbols each module has"),
            ],
        };
        names.CompletionSources.Add(context => Complete(context.ParseResult.GetValue(ProcFsCommand.Root), context.WordToComplete));
        command.Arguments.Add(names);
        Array.ForEach<Option>([module, type, address], command.Options.Add);
        command.Validators.Add(result =>
        {
            if (result.GetResult(address) is not null && (result.GetResult(names) is { Tokens.Count: > 0 } || result.GetResult(module) is not null || result.GetResult(type) is not null))
            {
                result.AddError("--address takes neither names nor other filters.");
            }
        });
        var format = new RowOptions(command, type: null);
        command.SetAction(parsed =>
        {
            using var session = new Session(parsed.GetValue(ProcFsCommand.Root)!, output);
            IRowWriter rows = format.CreateWriter(parsed, output);
            if (parsed.GetResult(address) is not null)
            {
                return session.Run(rows, () => Locate(session, parsed.GetValue(address)!, rows));
            }

            var symbols = new RowFilter(parsed.GetValue(names) is { Length: > 0 } given ? given : null, "No symbol of the kernel is named");
            RowFilter modules = RowOptions.FilterOf(parsed, module, "No symbol belongs to a module named");
            char[]? types = parsed.GetValue(type) is { Length: > 0 } letters ? [.. letters.SelectMany(some => some)] : null;
            return session.Run(rows, () => Read(session, symbols, modules, types, rows));
        });
        return command;
    }

    private static void Read(Session session, RowFilter names, RowFilter modules, char[]? types, IRowWriter rows)
    {
        var filter = new KernelSymbolFilter { Names = names.Patterns, Modules = modules.Patterns, Types = types };
        bool isHidden = false;
        session.ReadAll(KernelSymbol.Read(session.Root, filter, session.Stopped), symbol =>
        {
            isHidden |= symbol.Address is null;
            _ = names.Accepts(symbol.Name);
            _ = modules.Accepts(symbol.Module);
            rows.Write(symbol);
        });
        Session.Warn(isHidden ? KernelSymbol.WhyHidden(session.Root) : null);
        session.ReportUnmatched(names);
        if (names.Patterns is null)
        {
            session.ReportUnmatched(modules);
        }
    }

    private static void Locate(Session session, ulong[] addresses, IRowWriter rows)
    {
        var symbols = new List<KernelSymbol>();
        session.ReadAll(KernelSymbol.Read(session.Root, KernelSymbolFilter.None, session.Stopped), symbols.Add);
        var table = KernelSymbolTable.Of(symbols);
        if (table.IsHidden)
        {
            throw new ProcException(ProcErrorKind.AccessDenied, session.Root.PathOf("kallsyms"), KernelSymbol.WhyHidden(session.Root));
        }

        foreach (ulong address in addresses)
        {
            if (table.Find(address) is { } location)
            {
                rows.Write(location);
            }
            else
            {
                session.ReportMissing($"No symbol of the kernel holds the address 0x{address:x}.");
            }
        }
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
            var filter = new KernelSymbolFilter { Names = [new Wildcard(typed + "*")] };
            return [.. KernelSymbol.Read(new ProcRoot(rootPath ?? ProcRoot.DefaultPath), filter).Select(outcome => outcome.Item?.Name).OfType<string>().Distinct()];
        }
        catch (ProcException)
        {
            return [];
        }
    }
}
