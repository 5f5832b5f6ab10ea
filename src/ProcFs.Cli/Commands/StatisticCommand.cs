using System.CommandLine;
using ProcFs.Cli.Output;

namespace ProcFs.Cli.Commands;

/// <summary><c>procfs nstat</c>: the counters of network protocols, as in Get-KernelNetStatistic.</summary>
internal static class StatisticCommand
{
    public static Command Create(StandardOutput output)
    {
        var names = new Argument<string[]>("name") { Description = $"{NetworkStatisticQuery.NameHelp} The default is all counters.", HelpName = "name", Arity = ArgumentArity.ZeroOrMore };
        var process = new Option<int[]>("--process", "-p") { Description = NetworkStatisticQuery.IdHelp, HelpName = "id" };
        var all = new Option<bool>("--all", "-a") { Description = NetworkStatisticQuery.AllHelp };
        var command = new ExampleCommand("nstat", "Shows the counters of network protocols.")
        {
            Examples =
            [
                ("procfs nstat '*retrans*'", "retransmissions"),
                ("procfs nstat --process 4242 TcpExtListenDrops", "one counter, in the network namespace of a process"),
            ],
        };
        command.Arguments.Add(names);
        Array.ForEach<Option>([process, all], command.Options.Add);
        var format = new RowOptions(command, typeof(NetworkStatistic));
        command.SetAction(parsed =>
        {
            using var session = new Session(parsed.GetValue(ProcFsCommand.Root)!, output);
            IRowWriter rows = format.CreateWriter(parsed, output);
            return session.Run(rows, () =>
            {
                var query = new NetworkStatisticQuery(session.Root, parsed.GetValue(names) is { Length: > 0 } some ? some : null, parsed.GetValue(all));
                foreach (int? id in RowOptions.ValueOf(parsed, process)?.Select(id => (int?)id) ?? [null])
                {
                    session.Try(() => Array.ForEach([.. query.Read(id)], rows.Write));
                }

                session.ReportAll(query.Unmatched);
            });
        });
        return command;
    }
}
