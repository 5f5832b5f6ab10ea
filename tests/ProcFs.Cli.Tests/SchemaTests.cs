using System.Text.Json;

namespace ProcFs.Cli;

/// <summary>The descriptions in <c>procfs schema</c> of the JSON of the other commands.</summary>
public sealed class SchemaTests
{
    [Theory]
    [InlineData("MemoryInfo")]
    [InlineData("meminfo")]
    [InlineData("/proc/meminfo")]
    [InlineData("Proc:/meminfo")]
    public void A_type_is_found_by_its_name_and_by_the_path_of_its_file(string typed)
    {
        JsonElement schema = Schema(typed);
        Assert.Equal("MemoryInfo", schema.GetProperty("title").GetString());
        JsonElement total = schema.GetProperty("properties").GetProperty("Total");
        Assert.Equal(["integer", "null"], total.GetProperty("type").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal("Bytes", total.GetProperty("unit").GetString());
        Assert.Equal("MemTotal", total.GetProperty("kernelName").GetString());
    }

    [Fact]
    public void What_it_refers_to_is_described_once()
    {
        JsonElement schema = Schema("self/status");
        JsonElement definitions = schema.GetProperty("$defs");
        Assert.Equal("object", definitions.GetProperty("SignalSet").GetProperty("type").GetString());
        Assert.Contains("Zombie", definitions.GetProperty("ProcessState").GetProperty("enum").EnumerateArray().Select(name => name.GetString()));
        Assert.Contains("#/$defs/SignalSet", schema.GetProperty("properties").GetProperty("SigPnd").GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("meminfo")]
    [InlineData("self/status")]
    [InlineData("self/stat")]
    [InlineData("self/mountinfo")]
    public void The_rows_have_the_properties_that_it_names(string path)
    {
        string[] described = [.. Schema(path).GetProperty("properties").EnumerateObject().Select(property => property.Name)];
        ProcFsProcess.Result read = ProcFsProcess.Run("get", path, "--jsonl");
        using var row = JsonDocument.Parse(read.Output.Split('\n')[0]);
        Assert.Equal(described, row.RootElement.EnumerateObject().Select(property => property.Name).Where(name => !name.EndsWith("Bytes", StringComparison.Ordinal) || described.Contains(name)));
    }

    [Fact]
    public void What_has_no_type_is_a_mistake_of_usage()
    {
        ProcFsProcess.Result run = ProcFsProcess.Run("schema", "no\e[31msuch");
        Assert.Equal(2, run.Status);
        Assert.Contains("No type or typed file is named \"no\\x1b[31msuch\".", run.Error, StringComparison.Ordinal);
    }

    private static JsonElement Schema(string typed)
    {
        ProcFsProcess.Result run = ProcFsProcess.Run("schema", typed);
        Assert.Equal("", run.Error);
        using var document = JsonDocument.Parse(run.Output);
        return document.RootElement.Clone();
    }
}
