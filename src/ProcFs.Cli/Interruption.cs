using System.Runtime.InteropServices;

namespace ProcFs.Cli;

/// <summary>
/// Ctrl-C and SIGTERM: the reading stops, the output is completed to a valid end, and then the default action of the signal is taken, so that a shell sees how the
/// command ended.
/// </summary>
internal sealed class Interruption : IDisposable
{
    // A reading may be in a long system call, and a pipe may be full: the wait for either is limited.
    private static readonly TimeSpan s_longestWait = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stop = new();
    private readonly ManualResetEventSlim _ended = new();
    private readonly PosixSignalRegistration[] _registrations;

    public Interruption() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, End),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, End),
    ];

    /// <summary>Is cancelled by the first signal.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>If a signal has arrived, lets it end this process, and does not return.</summary>
    public void Obey()
    {
        if (_stop.IsCancellationRequested)
        {
            _ended.Set();
            Thread.Sleep(Timeout.Infinite);
        }
    }

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations)
        {
            registration.Dispose();
        }

        _stop.Dispose();
        _ended.Dispose();
    }

    private void End(PosixSignalContext context)
    {
        _stop.Cancel();
        _ended.Wait(s_longestWait);
    }
}
