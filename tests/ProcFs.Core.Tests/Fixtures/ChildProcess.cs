using System.Diagnostics;

namespace ProcFs.Fixtures;

/// <summary>A process of the test, which sleeps until the test ends.</summary>
public sealed class ChildProcess : IDisposable
{
    private readonly Process _process;
    private bool _isDisposed;

    public ChildProcess(params string[] command)
    {
        string[] words = command.Length > 0 ? command : ["sleep", "600"];
        var start = new ProcessStartInfo(words[0], words[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        _process = Process.Start(start)!;
        Id = _process.Id;
        if (command.Length == 0)
        {
            WaitForName("sleep");
        }
    }

    public int Id { get; }

    public StreamWriter Input => _process.StandardInput;

    public StreamReader Output => _process.StandardOutput;

    public void Dispose()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    // Between fork and exec, the child still has the name of its parent; then it loads its libraries until it sleeps.
    private void WaitForName(string name) => Assert.True(SpinWait.SpinUntil(
        () => File.ReadAllText($"/proc/{Id}/stat").StartsWith($"{Id} ({name}) S", StringComparison.Ordinal),
        TimeSpan.FromMinutes(1)));
}
