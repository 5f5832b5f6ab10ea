using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;

namespace ProcFs.Cli;

/// <summary><c>procfs restore</c> on files that a process of the test holds.</summary>
public sealed class RestoreTests : IDisposable
{
    // Opens $1 as descriptor 7 and $2 as descriptor 8, deletes both, and waits to be ended.
    private const string Hold = """exec 7<"$1" 8<"$2"; rm "$1" "$2"; echo ready; exec sleep 600""";

    private readonly string _folder = Directory.CreateTempSubdirectory("procfs-restore-").FullName;
    private readonly byte[] _first = RandomNumberGenerator.GetBytes(100_000);
    private readonly byte[] _second = RandomNumberGenerator.GetBytes(5);
    private readonly Process _holder;

    public RestoreTests()
    {
        string first = Path.Combine(_folder, "first");
        string second = Path.Combine(_folder, "second");
        File.WriteAllBytes(first, _first);
        File.WriteAllBytes(second, _second);
        _holder = ProcFsProcess.Start(["/bin/sh", "-c", Hold, "sh", first, second]);
        Assert.Equal("ready", _holder.StandardOutput.ReadLine());
    }

    private string Destination => Path.Combine(_folder, "rescued");

    public void Dispose()
    {
        _holder.Kill();
        _holder.WaitForExit();
        _holder.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void All_deleted_files_of_a_process_are_restored()
    {
        ProcFsProcess.Result result = ProcFsProcess.Run("restore", $"{_holder.Id}", "--destination", Destination, "--json");
        Assert.Equal((0, ""), (result.Status, result.Error));
        Assert.Equal([7, 8], result.Json.Select(row => row.GetProperty("Number").GetInt32()));
        Assert.Equal([Path.Combine(Destination, "first"), Path.Combine(Destination, "second")], result.Json.Select(row => row.GetProperty("To").GetString()));
        Assert.Equal(_first, File.ReadAllBytes(Path.Combine(Destination, "first")));
        Assert.Equal(_second, File.ReadAllBytes(Path.Combine(Destination, "second")));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, new FileInfo(Path.Combine(Destination, "first")).UnixFileMode);
    }

    [Fact]
    public void What_if_writes_nothing()
    {
        JsonElement row = Assert.Single(ProcFsProcess.Run("restore", "--id", $"{_holder.Id}", "-n", "8", "--destination", Destination, "--what-if", "--json").Json);
        Assert.Equal(Path.Combine(_folder, "second"), row.GetProperty("From").GetString()!.Replace(" (deleted)", "", StringComparison.Ordinal));
        Assert.Equal(JsonValueKind.Null, row.GetProperty("To").ValueKind);
        string table = ProcFsProcess.Run("restore", "--id", $"{_holder.Id}", "-n", "8", "--destination", Destination, "--what-if").Lines[^1];
        Assert.Matches(@"\s5 B\s*$", table);
        Assert.False(Directory.Exists(Destination));
    }

    [Fact]
    public void An_existing_file_is_kept_unless_forced()
    {
        string existing = Path.Combine(Destination, "second");
        Directory.CreateDirectory(Destination);
        File.WriteAllText(existing, "mine");
        Restore("--number", "8");
        Assert.Equal("mine", File.ReadAllText(existing));
        string numbered = Assert.Single(Directory.GetFiles(Destination), file => file != existing);
        Assert.Equal(_second, File.ReadAllBytes(numbered));

        Restore("--number", "8", "--force");
        Assert.Equal(_second, File.ReadAllBytes(existing));
    }

    [Fact]
    public void The_program_is_restored_on_request()
    {
        JsonElement row = Assert.Single(Restore("--executable").Json);
        Assert.Equal(File.ReadAllBytes($"/proc/{_holder.Id}/exe"), File.ReadAllBytes(row.GetProperty("To").GetString()!));
    }

    [Fact]
    public void What_cannot_be_restored_is_reported_with_its_status()
    {
        ProcFsProcess.Result nothing = ProcFsProcess.Run("restore", "--destination", Destination);
        Assert.Equal(2, nothing.Status);
        Assert.Contains("Specify the processes", nothing.Error, StringComparison.Ordinal);

        ProcFsProcess.Result self = ProcFsProcess.Run("restore", $"{Environment.ProcessId}", "--number", "987654", "--destination", Destination);
        Assert.Equal(1, self.Status);
        Assert.Contains("987654", self.Error, StringComparison.Ordinal);

        using Process plain = ProcFsProcess.Start(["/bin/sh", "-c", "echo ready; exec sleep 600"]);
        try
        {
            Assert.Equal("ready", plain.StandardOutput.ReadLine());
            ProcFsProcess.Result none = ProcFsProcess.Run("restore", $"{plain.Id}", "--destination", Destination);
            Assert.Equal(1, none.Status);
            Assert.Contains($"No deleted file is open in process {plain.Id}.", none.Error, StringComparison.Ordinal);
        }
        finally
        {
            plain.Kill();
            plain.WaitForExit();
        }

        Assert.Equal(2, ProcFsProcess.Run("restore", $"{_holder.Id}", "--destination", "").Status);
        Assert.False(Directory.Exists(Destination));
    }

    private ProcFsProcess.Result Restore(params string[] options)
    {
        ProcFsProcess.Result result = ProcFsProcess.Run(["restore", $"{_holder.Id}", "--destination", Destination, "--json", .. options]);
        Assert.Equal((0, ""), (result.Status, result.Error));
        return result;
    }
}
