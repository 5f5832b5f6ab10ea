using System.Collections.Concurrent;
using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Remoting;

namespace ProcFs.Remoting;

/// <summary>Asks machines the same question at once, and passes on what they send as it comes.</summary>
/// <param name="command">The name of the cmdlet.</param>
/// <param name="calls">Its calls.</param>
/// <param name="module">The module on the machines.</param>
/// <param name="agent">Asks hosts without PowerShell.</param>
/// <param name="parameters">How many are asked at once, and how long they may take to answer.</param>
internal sealed class RemoteQuery(string command, IReadOnlyList<RemoteCall> calls, ModuleOnHost module, AgentQuery agent, RemoteParameters parameters)
{
    // When the pipeline takes rows more slowly than they come, the machines have to wait.
    private const int MostWaiting = 1000;

    /// <summary>Asks the hosts, and closes their connections.</summary>
    public IEnumerable<HostMessage> Run(RemoteHost[] hosts, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var queue = new BlockingCollection<HostMessage>(MostWaiting);
        var all = Task.Run(() => AskAll(hosts, queue, stop.Token), CancellationToken.None);
        try
        {
            foreach (HostMessage message in queue.GetConsumingEnumerable(cancellation))
            {
                yield return message;
            }
        }
        finally
        {
            stop.Cancel();
            all.Wait(TimeSpan.FromSeconds(5), CancellationToken.None);
        }
    }

    private async Task AskAll(RemoteHost[] hosts, BlockingCollection<HostMessage> queue, CancellationToken cancellation)
    {
        using var throttle = new SemaphoreSlim(parameters.ThrottleLimit);
        await Task.WhenAll(hosts.Select(async host =>
        {
            await throttle.WaitAsync(CancellationToken.None).ConfigureAwait(false);
            try
            {
                await Ask(host, message => queue.Add(message, cancellation), cancellation).ConfigureAwait(false);
            }
            finally
            {
                throttle.Release();
            }
        })).ConfigureAwait(false);
        queue.CompleteAdding();
    }

    private async Task Ask(RemoteHost host, Action<HostMessage> send, CancellationToken cancellation)
    {
        try
        {
            cancellation.ThrowIfCancellationRequested();
            using (host)
            {
                Exception? failure = parameters.Agentless ? null : await Open(host, cancellation).ConfigureAwait(false);
                if (parameters.Agentless || failure is not null)
                {
                    await AskAgent(host, failure, send, cancellation).ConfigureAwait(false);
                    return;
                }

                await module.Prepare(host, parameters.ConnectingTimeout, cancellation).ConfigureAwait(false);
                foreach (RemoteCall call in calls)
                {
                    await Call(host, call, send, cancellation).ConfigureAwait(false);
                }

                if (parameters.Clean)
                {
                    await module.Clean(host, parameters.ConnectingTimeout, cancellation).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Nobody takes what it would say.
        }
#pragma warning disable CA1031 // Whatever happens to one machine, the others finish.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            send(new HostMessage(host) { Failure = failure });
        }
    }

    // Null if PowerShell answered. The engine does not say whether ssh failed, or found no PowerShell; the command that is sent then tells.
    private async Task<Exception?> Open(RemoteHost host, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            await host.Open(cancellation).ConfigureAwait(false);
            return null;
        }
        catch (PSRemotingTransportException error) when (watch.ElapsedMilliseconds < parameters.ConnectingTimeout)
        {
            return error;
        }
    }

    private async Task AskAgent(RemoteHost host, Exception? failure, Action<HostMessage> send, CancellationToken cancellation)
    {
        try
        {
            foreach (RemoteCall call in calls)
            {
                await agent.Ask(host, call, send, cancellation).ConfigureAwait(false);
            }
        }
        catch (Exception error) when (failure is not null && error is (NotSupportedException or FileNotFoundException))
        {
            throw new RemoteException($"{failure.Message} {error.Message}", failure);
        }
    }

    private async Task Call(RemoteHost host, RemoteCall call, Action<HostMessage> send, CancellationToken cancellation)
    {
        var shell = PowerShell.Create();
        shell.Runspace = host.Runspace;
        shell.AddScript(HostScripts.Call).AddParameter("Command", command).AddParameter("Parameters", call.Parameters);
        var rows = new PSDataCollection<PSObject>();
        Pass(rows, row => new HostMessage(host) { Row = row }, send);
        Pass(shell.Streams.Error, error => new HostMessage(host) { Error = error }, send);
        Pass(shell.Streams.Warning, warning => new HostMessage(host) { Warning = warning.Message }, send);
        Pass(shell.Streams.Verbose, verbose => new HostMessage(host) { Verbose = verbose.Message }, send);
        using (cancellation.Register(() => shell.BeginStop(callback: null, state: null)))
        {
            await shell.InvokeAsync<PSObject, PSObject>(input: null, rows).WaitAsync(cancellation).ConfigureAwait(false);
        }

        shell.Dispose();
    }

    // Taken out as they come, so that they do not collect here.
    private static void Pass<T>(PSDataCollection<T> stream, Func<T, HostMessage> message, Action<HostMessage> send) => stream.DataAdded += (_, _) =>
    {
        foreach (T item in stream.ReadAll())
        {
            send(message(item));
        }
    };
}
