using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using ProcFs.Cli.Output;
using ProcFs.Text;

namespace ProcFs.Cli.Commands;

/// <summary><c>procfs socket</c>: sockets and their owners, as Get-ProcSocket gets them.</summary>
internal sealed class SocketCommand
{
    private readonly Option<string[]> _protocol = Wildcards("--protocol", SocketQuery.ProtocolHelp, "-p");
    private readonly Option<string[]> _state = Wildcards("--state", SocketQuery.StateHelp, "-s");
    private readonly Option<int[]> _localPort = Ports("--local-port", SocketQuery.LocalPortHelp, "-l");
    private readonly Option<int[]> _remotePort = Ports("--remote-port", SocketQuery.RemotePortHelp, "-r");
    private readonly Option<string[]> _localAddress = Wildcards("--local-address", SocketQuery.LocalAddressHelp);
    private readonly Option<string[]> _remoteAddress = Wildcards("--remote-address", SocketQuery.RemoteAddressHelp);
    private readonly Option<string[]> _unix = Wildcards("--unix", SocketQuery.UnixHelp, "-u");
    private readonly Option<bool> _noOwner = new("--no-owner") { Description = SocketQuery.NoOwnerHelp };

    private SocketCommand()
    {
    }

    public static Command Create(StandardOutput output) => new SocketCommand().Make(output);

    private ExampleCommand Make(StandardOutput output)
    {
        var command = new ExampleCommand("socket", "Shows the sockets of every network namespace, and the processes that hold them.")
        {
            Examples =
            [
                ("procfs socket --state listen --protocol 'tcp*'", "who listens"),
                ("procfs socket --local-port 8080", "who has the port 8080"),
                ("procfs socket nginx --jsonl", "the sockets of every process of this name, one JSON object per line"),
                ("procfs socket --remote-address 10.0.0.0/8 --group-by processName", "who talks to the private network"),
            ],
        };
        _protocol.CompletionSources.Add(_ => SocketQuery.Protocols);
        _state.CompletionSources.Add(_ => Enum.GetNames<TcpState>());
        Argument<string[]> processes = ProcessArgument.AddTo(command);
        Array.ForEach<Option>([_protocol, _state, _localPort, _remotePort, _localAddress, _remoteAddress, _unix, _noOwner], command.Options.Add);
        var format = new RowOptions(command, typeof(SocketInfo));
        command.SetAction(parsed =>
        {
            using var session = new Session(parsed.GetValue(ProcFsCommand.Root)!, output);
            IRowWriter rows = format.CreateWriter(parsed, output);
            return session.Run(rows, () => Read(session, QueryOf(parsed, session.Root), ProcessArgument.ValuesOf(parsed, processes), rows));
        });
        return command;
    }

    private static void Read(Session session, SocketQuery query, string[] processes, IRowWriter rows)
    {
        foreach (ProcessSelection selection in ProcessArgument.SelectionsOf(session.Root, processes))
        {
            session.ReadAll(query.Read(selection, session.Stopped), rows.Write);
        }

        Session.Warn(query.Warning);
        session.ReportAll(query.Unmatched);
    }

    private SocketQuery QueryOf(ParseResult parsed, ProcRoot root)
    {
        try
        {
            return new SocketQuery(root, new SocketFilter
            {
                Protocols = RowOptions.ValueOf(parsed, _protocol),
                States = RowOptions.ValueOf(parsed, _state) is { } states ? TypeNames.Select<TcpState>(states, "socket state") : null,
                LocalPorts = RowOptions.ValueOf(parsed, _localPort),
                RemotePorts = RowOptions.ValueOf(parsed, _remotePort),
                LocalAddresses = RowOptions.ValueOf(parsed, _localAddress),
                RemoteAddresses = RowOptions.ValueOf(parsed, _remoteAddress),
                UnixNames = RowOptions.ValueOf(parsed, _unix),
                WithoutOwners = parsed.GetValue(_noOwner),
            });
        }
        catch (ArgumentException error)
        {
            throw new UsageException($"{error.Message}");
        }
    }

    private static Option<string[]> Wildcards(string name, string help, params string[] aliases) => new(name, aliases) { Description = help, HelpName = "wildcard" };

    private static Option<int[]> Ports(string name, string help, params string[] aliases) =>
        new(name, aliases) { Description = help, HelpName = "port", CustomParser = ParsePorts };

    private static int[] ParsePorts(ArgumentResult result)
    {
        var ports = new List<int>();
        foreach (string part in result.Tokens.SelectMany(token => token.Value.Split(',')))
        {
            if (int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port <= IPEndPoint.MaxPort)
            {
                ports.Add(port);
            }
            else
            {
                result.AddError($"\"{part}\" is no port.");
            }
        }

        return [.. ports];
    }
}
