using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;

namespace ProcFs.Remoting;

/// <summary>What a cmdlet is asked while its pipeline runs; the machines are asked when all input is there.</summary>
internal sealed class RemoteQuestion
{
    private readonly PSCmdlet _cmdlet;
    private readonly RemoteParameters _parameters;
    private readonly RemoteHost[] _hosts;
    private readonly List<RemoteCall> _calls = [];

    /// <summary>Checks the parameters; those that do not fit end the command.</summary>
    public RemoteQuestion(PSCmdlet cmdlet, RemoteParameters parameters)
    {
        _cmdlet = cmdlet;
        _parameters = parameters;
        try
        {
            string? keyFile = parameters.KeyFilePath is { } path ? cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path) : null;
            _hosts = parameters.Hosts(keyFile);
        }
        catch (ArgumentException error)
        {
            cmdlet.ThrowTerminatingError(ErrorRecords.BadArgument($"{error.Message}", parameters));
            throw;
        }
    }

    /// <summary>Adds what was bound for one object of the pipeline.</summary>
    public void Add(IDictionary<string, object> bound, string set)
    {
        if (_calls.Find(call => call.Set == set) is not { } known)
        {
            _calls.Add(known = new RemoteCall(set));
        }

        known.Add(bound);
    }

    /// <summary>Asks the machines.</summary>
    public IEnumerable<HostMessage> Ask(CancellationToken cancellation)
    {
        if (_calls.Count == 0)
        {
            return [];
        }

        CommandInfo command = _cmdlet.MyInvocation.MyCommand;
        string folder = command.Module.ModuleBase;
        Type[] types = [.. _cmdlet.GetType().GetCustomAttributes<OutputTypeAttribute>().SelectMany(output => output.Type).Select(type => type.Type)];
        var module = new ModuleOnHost(new ModuleFiles(folder), $"{command.Module.Version}");
        var agent = new AgentQuery(command.Name, types, new Lazy<AgentProgram>(() => AgentProgram.Find(folder)), _parameters.ConnectingTimeout);
        var query = new RemoteQuery(command.Name, _calls, module, agent, _parameters);
        return query.Run(_hosts, cancellation).Select(Mark);
    }

    // As Invoke-Command marks them: the name is a column of tables, too.
    private static HostMessage Mark(HostMessage message)
    {
        if (message.Row is { } row)
        {
            Set(row, "PSComputerName", message.Host.Name);
            if (message.Host.Runspace.RunspaceStateInfo.State == RunspaceState.Opened)
            {
                Set(row, "RunspaceId", message.Host.Runspace.InstanceId);
            }

            Set(row, "PSShowComputerName", true);
        }

        return message;
    }

    private static void Set(PSObject row, string name, object value)
    {
        if (row.Properties[name] is { IsInstance: true } property)
        {
            row.Properties.Remove(property.Name);
        }

        row.Properties.Add(new PSNoteProperty(name, value));
    }
}
