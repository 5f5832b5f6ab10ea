using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace ProcFs.Cli;

/// <summary>The built command as its own process. PROCFS_COMMAND names another build of it, such as the native one.</summary>
internal static class ProcFsProcess
{
    /// <summary>The words that start the command.</summary>
    public static string[] Command { get; } = Environment.GetEnvironmentVariable("PROCFS_COMMAND") is { Length: > 0 } other
        ? [other]
        : [Engine, Path.Combine(AppContext.BaseDirectory, "procfs.dll")];

    private static string Engine => Path.GetFileName(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet";

    /// <summary>Runs it until it ends.</summary>
    public static Result Run(params string[] arguments) => RunProgram([.. Command, .. arguments]);

    /// <summary>Runs it in a terminal with this width; the output is that of the terminal.</summary>
    public static Result RunWithColumns(int columns, params string[] arguments)
    {
        using Process process = Start([.. Command, .. arguments], columns);
        return ReadToEnd(process);
    }

    /// <summary>Runs any program until it ends.</summary>
    public static Result RunProgram(params string[] words)
    {
        using Process process = Start(words);
        return ReadToEnd(process);
    }

    /// <summary>Starts any program; the caller ends it.</summary>
    public static Process Start(string[] words, int? columns = null)
    {
        var start = new ProcessStartInfo(words[0], words[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment.Remove("COLUMNS");
        if (columns is { } width)
        {
            start.Environment["COLUMNS"] = $"{width}";
        }

        return Process.Start(start)!;
    }

    private static Result ReadToEnd(Process process)
    {
        process.StandardInput.Close();
        Task<string> error = process.StandardError.ReadToEndAsync();
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        return new Result(process.ExitCode, output.ToArray(), error.Result);
    }

    /// <summary>The result of a run.</summary>
    internal sealed record Result(int Status, byte[] Bytes, string Error)
    {
        public string Output => Encoding.UTF8.GetString(Bytes);

        public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        /// <summary>The objects of the array in the output.</summary>
        public JsonElement[] Json => [.. JsonDocument.Parse(Bytes).RootElement.EnumerateArray()];

        /// <summary>The objects of the lines.</summary>
        public JsonElement[] JsonLines => [.. Lines.Select(line => JsonDocument.Parse(line).RootElement)];
    }
}
