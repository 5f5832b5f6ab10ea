using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace ProcFs.Remoting;

/// <summary>This module on the other machines: brought to those that lack it or have another one, once for each session.</summary>
/// <param name="files">The files of the module.</param>
/// <param name="version">Its version.</param>
internal sealed class ModuleOnHost(ModuleFiles files, string version)
{
    private const string Ping = "$true";

    private static readonly ConditionalWeakTable<Runspace, string> s_ready = [];

    /// <summary>Sees that the machine answers and has the module.</summary>
    /// <param name="host">The machine.</param>
    /// <param name="timeout">The milliseconds in which it must answer.</param>
    /// <param name="cancellation">Cancels it.</param>
    public async Task Prepare(RemoteHost host, int timeout, CancellationToken cancellation)
    {
        bool isKnown = s_ready.TryGetValue(host.Runspace, out string? hash) && hash == files.Hash;
        bool isReady = await Run(host, isKnown ? Ping : HostScripts.Find, withArchive: false, timeout, cancellation).ConfigureAwait(false);
        if (!isReady)
        {
            await Run(host, HostScripts.Bring, withArchive: true, Timeout.Infinite, cancellation).ConfigureAwait(false);
        }

        s_ready.AddOrUpdate(host.Runspace, files.Hash);
    }

    /// <summary>Removes the module from the folder to which it was brought.</summary>
    public Task Clean(RemoteHost host, int timeout, CancellationToken cancellation) => Run(host, HostScripts.Clean, withArchive: false, timeout, cancellation);

    private async Task<bool> Run(RemoteHost host, string script, bool withArchive, int timeout, CancellationToken cancellation)
    {
        var shell = PowerShell.Create();
        shell.Runspace = host.Runspace;
        shell.AddScript(script);
        if (script != Ping)
        {
            shell.AddParameter("Hash", files.Hash).AddParameter("Version", version).AddParameter("Archive", withArchive ? files.Archive : []);
        }

        Task<PSDataCollection<PSObject>> run = shell.InvokeAsync();
        try
        {
            PSDataCollection<PSObject> output = await run.WaitAsync(TimeSpan.FromMilliseconds(timeout), cancellation).ConfigureAwait(false);
            ErrorRecord? error = shell.Streams.Error.FirstOrDefault();
            shell.Dispose();
            return error is null ? output.LastOrDefault()?.BaseObject is true : throw new RuntimeException($"{error}");
        }
        catch (TimeoutException)
        {
            // The engine waits for an answer to the stop, too.
            shell.BeginStop(callback: null, state: null);
            throw new TimeoutException($"It did not answer within {timeout / 1000.0} s.");
        }
    }
}
