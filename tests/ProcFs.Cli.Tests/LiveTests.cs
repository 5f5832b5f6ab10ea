using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace ProcFs.Cli;

/// <summary>The live /proc.</summary>
public sealed partial class LiveTests
{
    private const int SIGINT = 2;

    // Opens $1 as descriptor 7, in its own folder, and waits to be ended.
    private const string OpenTorture = """
        exec 7>"$1/$(printf 'x\ny \033[2J\376 \303\244')"; echo ready; exec sleep 600
        """;

    private static readonly byte[] s_torture = [.. "x\ny \e[2J"u8, 0xFE, .. " ä"u8];

    [Fact]
    public void Every_typed_path_of_the_catalog_answers_get()
    {
        string[] files = [.. Catalog.All.Where(entry => entry.ItemType is not null && !entry.IsReadOnRequest).Select(entry => entry.Pattern).Where(pattern => !pattern.AsSpan().ContainsAny('<', '*'))];
        string[] present = [.. files.Where(file => Path.Exists($"/proc/{file}"))];
        Assert.True(present.Length > 100, $"Only {present.Length} paths were found.");

        ProcFsProcess.Result result = ProcFsProcess.Run(["get", "--json", .. present]);
        Assert.InRange(result.Status, 0, 3);
        Assert.NotEqual(2, result.Status);
        Assert.DoesNotContain("Unhandled", result.Error, StringComparison.Ordinal);
        HashSet<string> answered = [.. result.Json.Where(row => row.TryGetProperty("ProcPath", out _)).Select(row => row.GetProperty("ProcPath").GetString()!)];
        string[] parameters = [.. present.Where(file => Catalog.Find(file)!.Kind == ProcKind.Parameter && File.Exists($"/proc/{file}"))];
        Assert.All(parameters, file => Assert.True(answered.Contains($"/proc/{file}") || result.Error.Contains($"/proc/{file}", StringComparison.Ordinal), file));
    }

    [Fact]
    public void Every_typed_path_of_a_process_answers_get()
    {
        string[] files = [.. Catalog.All
            .Where(entry => entry.ItemType is not null && entry.Pattern.StartsWith("<pid>/", StringComparison.Ordinal) && entry.Pattern.Count(letter => letter == '<') == 1)
            .Select(entry => entry.Pattern["<pid>/".Length..])];
        Assert.Contains("status", files);
        foreach (string file in files.Where(file => Path.Exists($"/proc/self/{file}")))
        {
            ProcFsProcess.Result result = ProcFsProcess.Run("get", $"self/{file}", "--json");
            Assert.True(result.Status is 0 or 1 or 3, $"{file}: {result.Status} {result.Error}");
            Assert.True(result.Json.Length > 0 || result.Error.Length > 0 || Catalog.Find($"self/{file}")!.Kind == ProcKind.Table, $"{file} gave nothing.");
        }
    }

    [Fact]
    public void The_tree_lists_the_root_with_a_description_of_each_file()
    {
        JsonElement[] entries = ProcFsProcess.Run("ls", "--json").Json;
        JsonElement version = entries.Single(entry => entry.GetProperty("Name").GetString() == "version");
        Assert.NotEmpty(version.GetProperty("Description").GetString()!);
        Assert.Contains(entries, entry => entry.GetProperty("Name").GetString() == $"{Environment.ProcessId}");
    }

    [Fact]
    public void Cat_writes_the_bytes_of_the_kernel() => Assert.Equal(File.ReadAllBytes("/proc/version"), ProcFsProcess.Run("cat", "version").Bytes);

    [Fact]
    public void Descriptors_match_readlink()
    {
        using Process process = StartSleep();
        try
        {
            JsonElement[] rows = ProcFsProcess.Run("fd", $"{process.Id}", "--json").Json;
            string[] numbers = [.. Directory.GetFileSystemEntries($"/proc/{process.Id}/fd").Select(path => Path.GetFileName(path)!).Order()];
            Assert.Equal(numbers, rows.Select(row => row.GetProperty("Number").GetInt32().ToString(CultureInfo.InvariantCulture)).Order());
            Assert.Equal(process.Id, ProcFsProcess.Run("process", $"{process.Id}", "--json").Json.Single().GetProperty("ProcessId").GetInt32());
            Assert.Equal("sleep", ProcFsProcess.Run("status", "sleep", "--jsonl").JsonLines[0].GetProperty("Name").GetString());
        }
        finally
        {
            process.Kill();
        }
    }

    [Fact]
    public void A_torture_name_is_shown_harmlessly_and_kept_exactly()
    {
        string directory = Directory.CreateTempSubdirectory("procfs-").FullName;
        using Process process = ProcFsProcess.Start(["sh", "-c", OpenTorture, "sh", directory]);
        try
        {
            Assert.Equal("ready", process.StandardOutput.ReadLine());
            JsonElement row = ProcFsProcess.Run("fd", $"{process.Id}", "--number", "7", "--json").Json.Single();
            Assert.Equal(directory + @"/x\ny \x1b[2J\xfe ä", row.GetProperty("Target").GetString());
            Assert.Equal([.. Encoding.UTF8.GetBytes(directory + "/"), .. s_torture], row.GetProperty("TargetBytes").GetBytesFromBase64());
            Assert.False(row.GetProperty("IsDeleted").GetBoolean());

            Remove(directory);
            JsonElement deleted = ProcFsProcess.Run("fd", $"{process.Id}", "--deleted", "--jsonl").JsonLines.Single();
            Assert.Equal(row.GetProperty("TargetBytes").GetString(), deleted.GetProperty("TargetBytes").GetString());
            Assert.DoesNotContain((byte)0x1B, ProcFsProcess.Run("fd", $"{process.Id}").Bytes);
        }
        finally
        {
            process.Kill();
            Remove(directory);
        }
    }

    [Fact]
    public async Task A_closed_pipe_ends_it_quietly()
    {
        using Process process = ProcFsProcess.Start([.. ProcFsProcess.Command, "symbol", "--jsonl"]);
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.NotEqual(-1, process.StandardOutput.BaseStream.ReadByte());
        process.StandardOutput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        Assert.DoesNotContain("pipe", await error, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Ctrl_C_ends_it_quietly_and_leaves_valid_json()
    {
        // A shell starts background processes with the signal ignored, and that is inherited.
        JsonElement self = Assert.Single(ProcFsProcess.Run("status", $"{Environment.ProcessId}", "--json").Json);
        bool isIgnored = self.GetProperty("SigIgn").GetProperty("Names").EnumerateArray().Any(name => name.GetString() == "SIGINT");
        Assert.SkipWhen(isIgnored, "SIGINT is ignored by whoever started the tests.");
        using Process process = ProcFsProcess.Start([.. ProcFsProcess.Command, "symbol", "--json"]);
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        using var output = new MemoryStream();
        output.WriteByte((byte)process.StandardOutput.BaseStream.ReadByte());
        Assert.Equal(0, kill(process.Id, SIGINT));
        await process.StandardOutput.BaseStream.CopyToAsync(output, TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(128 + SIGINT, process.ExitCode);
        Assert.Equal("", await error);
        Assert.Equal(JsonValueKind.Array, JsonDocument.Parse(output.ToArray()).RootElement.ValueKind);
    }

    [Fact]
    public void It_reads_its_own_mount_namespace_as_an_unprivileged_user()
    {
        string directory = Directory.CreateTempSubdirectory("procfs-").FullName;
        try
        {
            bool isRoot = Environment.UserName == "root";
            string[] drop = isRoot ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : [];
            string[] enter = isRoot ? ["unshare", "--mount"] : ["unshare", "--user", "--map-root-user", "--mount"];
            ProcFsProcess.Result probe = ProcFsProcess.RunProgram([.. enter, .. drop, .. ProcFsProcess.Command, "--version"]);
            Assert.SkipUnless(probe.Status == 0, $"This user cannot run the command in a mount namespace: {probe.Error}");

            const string Script = """
                mount -t tmpfs -o mode=777 none "$1" || exit 9; directory=$1; shift
                exec "$@" sh -c 'exec 7>"$0/inside" || exit 9; exec "$@" fd $$ --number 7 --json' "$directory" __
                """;
            string script = Script.Replace("__", string.Join(' ', ProcFsProcess.Command.Select(word => $"'{word}'")), StringComparison.Ordinal);
            string[] user = drop.Length == 0 ? ["env"] : drop;
            ProcFsProcess.Result result = ProcFsProcess.RunProgram([.. enter, "sh", "-c", script, "sh", directory, .. user]);
            Assert.Equal("", result.Error);
            JsonElement row = result.Json.Single();
            Assert.Equal($"{directory}/inside", row.GetProperty("Target").GetString());
            Assert.Equal("File", row.GetProperty("Type").GetString());
            Assert.False(File.Exists($"{directory}/inside"), "The mount is visible outside.");
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    [Fact]
    public void What_is_denied_is_counted_where_all_are_read_and_an_error_where_it_is_named()
    {
        string[] drop = Environment.UserName == "root" ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : [];
        ProcFsProcess.Result probe = ProcFsProcess.RunProgram([.. drop, .. ProcFsProcess.Command, "--version"]);
        Assert.SkipUnless(probe.Status == 0, $"An unprivileged user cannot run the command here: {probe.Error}");

        ProcFsProcess.Result named = ProcFsProcess.RunProgram([.. drop, .. ProcFsProcess.Command, "fd", "1"]);
        Assert.SkipUnless(named.Error.Length > 0, "Process 1 belongs to this user.");
        Assert.Equal(3, named.Status);
        Assert.Contains("permission denied", named.Error, StringComparison.Ordinal);
        ProcFsProcess.Result all = ProcFsProcess.RunProgram([.. drop, .. ProcFsProcess.Command, "fd"]);
        Assert.Equal(0, all.Status);
        Assert.Contains("processes were left out: permission denied", all.Error, StringComparison.Ordinal);
    }

    // The class library cannot express names that are not valid UTF-8.
    private static void Remove(string directory) => Assert.Equal(0, ProcFsProcess.RunProgram("rm", "-rf", directory).Status);

    private static Process StartSleep() => ProcFsProcess.Start(["sleep", "600"]);

    [LibraryImport("libc")]
    private static partial int kill(int processId, int signal);
}
