using System.Diagnostics;

namespace ProcFs.Fixtures;

/// <summary>A shell of the test, which executes lines as they are sent, and ends when the test is done.</summary>
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

    /// <summary>Runs a line, and returns when it has completed.</summary>
    public void Do(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.WriteLine("echo done");
        Assert.Equal("done", _process.StandardOutput.ReadLine());
    }

    /// <summary>Ends it, and waits for it.</summary>
    public void End()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
    }

    /// <summary>Runs a line from which the shell does not return.</summary>
    public void Say(string line) => _process.StandardInput.WriteLine(line);

    /// <summary>The next output of the shell.</summary>
    public string ReadLine() => _process.StandardOutput.ReadLine()!;

    /// <summary>Ends the program that the shell has executed.</summary>
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
