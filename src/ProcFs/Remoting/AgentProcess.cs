using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace ProcFs.Remoting;

/// <summary>A command on a host without PowerShell, over one connection of ssh: <c>procfs</c> is sent, checked, run and removed.</summary>
/// <param name="program">The command that is sent.</param>
#pragma warning disable RS0030 // It starts ssh, and reads nothing of /proc.
internal sealed class AgentProcess(AgentProgram program)
{
    // Says that the login is done; then reads the command from standard input. The folder goes with the shell, however it ends.
    private const string Script = """
        umask 077; echo ready
        for parent in "${XDG_CACHE_HOME:-$HOME/.cache}" "$HOME" "${TMPDIR:-/tmp}"; do d=$(mktemp -d "$parent/procfs-command.XXXXXX" 2>/dev/null) && break; done
        [ -n "$d" ] || { echo 'procfs: There is no folder to write to.' >&2; exit 96; }
        trap 'rm -rf "$d"' EXIT; trap 'exit 95' HUP INT TERM PIPE
        head -c SIZE > "$d/procfs"
        echo 'HASH  '"$d/procfs" | sha256sum -c >/dev/null 2>&1 || { echo 'procfs: The command did not arrive as it was sent.' >&2; exit 96; }
        chmod 700 "$d/procfs"; "$d/procfs" WORDS
        """;

    /// <summary>The lines of its standard output, as they come.</summary>
    /// <param name="ssh">The words of ssh up to the host.</param>
    /// <param name="words">The words of the command.</param>
    /// <param name="timeout">The milliseconds in which the login must be done.</param>
    /// <param name="report">Receives the exit status, and each line of standard error.</param>
    /// <param name="cancellation">Ends it.</param>
    public async IAsyncEnumerable<string> Run(string[] ssh, string[] words, int timeout, Action<int, string[]> report, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string script = Script.Replace("SIZE", program.Content.Length.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("HASH", program.Hash, StringComparison.Ordinal)
            .Replace("WORDS", string.Join(' ', words.Select(AgentCommand.Quote)), StringComparison.Ordinal);
        var start = new System.Diagnostics.ProcessStartInfo("ssh", [.. ssh, $"sh -c {AgentCommand.Quote(script)}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        using System.Diagnostics.Process process = System.Diagnostics.Process.Start(start)!;
        try
        {
            Task<string> errors = process.StandardError.ReadToEndAsync(cancellation);
            string? ready = await ReadReady(process, timeout, cancellation).ConfigureAwait(false);
            Task sent = ready is null ? Task.CompletedTask : Send(process, cancellation);
            while (ready is not null && await process.StandardOutput.ReadLineAsync(cancellation).ConfigureAwait(false) is { } line)
            {
                yield return line;
            }

            await sent.ConfigureAwait(false);
            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
            report(process.ExitCode, (await errors.ConfigureAwait(false)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    private static async Task<string?> ReadReady(System.Diagnostics.Process process, int timeout, CancellationToken cancellation)
    {
        try
        {
            return await process.StandardOutput.ReadLineAsync(cancellation).AsTask().WaitAsync(TimeSpan.FromMilliseconds(timeout), cancellation).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"It did not answer within {timeout / 1000.0} s.");
        }
    }

    private async Task Send(System.Diagnostics.Process process, CancellationToken cancellation)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(program.Content, cancellation).ConfigureAwait(false);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The other end has gone; standard error and the exit status say why.
        }
    }
}
#pragma warning restore RS0030
