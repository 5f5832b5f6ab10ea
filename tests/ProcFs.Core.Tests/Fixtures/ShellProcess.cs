using System.Diagnostics;

namespace ProcFs.Fixtures;

/// <summary>A shell of the test's own, which does line by line what it is told: it ends when the test is done.</summary>
public sealed class ShellProcess : IDisposable
{
    private readonly Process _process;

    public ShellProcess()
    {
        var start = new ProcessStartInfo("bash", ["--norc"]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        _process = Process.Start(start)!;
        Do(":");
    }

    public int Id => _process.Id;

    /// <summary>Runs a line, and returns once it is done.</summary>
    public void Do(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.WriteLine("echo done");
        Assert.Equal("done", _process.StandardOutput.ReadLine());
    }

    /// <summary>Ends it, and waits for its end.</summary>
    public void End()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
    }

    /// <summary>Runs a line that the shell does not return from.</summary>
    public void Say(string line) => _process.StandardInput.WriteLine(line);

    /// <summary>What it writes next.</summary>
    public string ReadLine() => _process.StandardOutput.ReadLine()!;

    /// <summary>Ends what the shell has become.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        End();
        _process.Dispose();
    }
}
