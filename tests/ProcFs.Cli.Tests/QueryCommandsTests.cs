using System.Text.Json;

namespace ProcFs.Cli;

/// <summary>The subcommands that answer one question about processes, each on this very process.</summary>
public sealed class QueryCommandsTests
{
    private static readonly string s_id = $"{Environment.ProcessId}";

    [Theory]
    [InlineData("map", "Range")]
    [InlineData("memory", "Pss")]
    [InlineData("limit", "Resource")]
    [InlineData("env", "Index")]
    [InlineData("mount", "MountId")]
    [InlineData("wait", "ThreadId")]
    [InlineData("tree", "Depth")]
    public void A_question_about_one_process_has_its_rows(string question, string property)
    {
        ProcFsProcess.Result result = ProcFsProcess.Run(question, s_id, "--json");
        Assert.Equal((0, ""), (result.Status, result.Error));
        Assert.NotEmpty(result.Json);
        Assert.Equal(Environment.ProcessId, result.Json[0].GetProperty("ProcessId").GetInt32());
        Assert.All(result.Json, row => Assert.True(row.TryGetProperty(property, out _)));
    }

    [Fact]
    public void Options_decide_whether_a_word_is_an_id_or_a_name()
    {
        Assert.Equal(Environment.ProcessId, Assert.Single(ProcFsProcess.Run("status", "--id", s_id, "--json").Json).GetProperty("ProcessId").GetInt32());
        ProcFsProcess.Result result = ProcFsProcess.Run("status", "--name", s_id);
        Assert.Equal((1, $"procfs: No process is named \"{s_id}\".\n"), (result.Status, result.Error));
    }

    [Fact]
    public void A_limit_is_found_by_its_name()
    {
        JsonElement row = Assert.Single(ProcFsProcess.Run("limit", s_id, "--resource", "nofile", "--json").Json);
        Assert.Equal("open files", row.GetProperty("Name").GetString());
        Assert.True(row.GetProperty("Used").GetInt64() > 0);
    }

    [Fact]
    public void Usage_measures_for_the_given_time()
    {
        JsonElement row = Assert.Single(ProcFsProcess.Run("usage", s_id, "--interval", "0.05", "--json").Json);
        Assert.Equal(Environment.ProcessId, row.GetProperty("ProcessId").GetInt32());
        Assert.Equal(2, ProcFsProcess.Run("usage", "--interval", "0").Status);
    }

    [Fact]
    public void Events_end_with_the_process()
    {
        using var held = System.Diagnostics.Process.Start("sleep", "2");
        ProcFsProcess.Result result = ProcFsProcess.Run("events", $"{held.Id}", "--change", "ended", "--timeout", "30", "--interval", "0.05", "--polling", "--jsonl");
        JsonElement row = Assert.Single(result.JsonLines);
        Assert.Equal((0, held.Id, "Ended"), (result.Status, row.GetProperty("ProcessId").GetInt32(), row.GetProperty("Change").GetString()));
        Assert.Equal(2, ProcFsProcess.Run("events", "--timeout", "0").Status);
        Assert.Equal(2, ProcFsProcess.Run("events", "--count", "0").Status);
    }

    [Fact]
    public void Watching_needs_a_process() => Assert.Equal(2, ProcFsProcess.Run("watch").Status);

    [Fact]
    public void Watching_shows_the_open_descriptors_and_ends_with_the_process()
    {
        using var held = System.Diagnostics.Process.Start("sleep", "1");
        ProcFsProcess.Result result = ProcFsProcess.Run("watch", $"{held.Id}", "--jsonl");
        Assert.Equal((0, ""), (result.Status, result.Error));
        Assert.Contains(result.JsonLines, row => row.GetProperty("Number").GetInt32() == 0);
    }

    [Fact]
    public void The_table_of_the_environment_masks_credentials_and_json_has_them()
    {
        string[] command = ["env", "PROCFS_TEST_PASSWORD=hunter2", .. ProcFsProcess.Command, "get", "self/environ"];
        ProcFsProcess.Result table = ProcFsProcess.RunProgram(command);
        Assert.Contains("PROCFS_TEST_PASSWORD", table.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", table.Output, StringComparison.Ordinal);
        Assert.Contains("hunter2", ProcFsProcess.RunProgram([.. command, "--json"]).Output, StringComparison.Ordinal);
    }
}
