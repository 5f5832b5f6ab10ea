using System.Text.Json;

namespace ProcFs.Cli;

/// <summary>The readers of the cmdlets, on a capture with known values.</summary>
public sealed class RowsTests(Capture capture) : IClassFixture<Capture>
{
    private const string ShownTarget = @"/srv/x\n\x1b[2J \\xfeä";

    [Fact]
    public void Fd_gives_the_properties_of_the_cmdlet_and_nothing_else()
    {
        JsonElement row = Run("fd", "100", "--number", "3", "--json").Json.Single();
        Assert.Equal(
            ["ProcessId", "ProcessName", "ProcessNameBytes", "Number", "Use", "Target", "Type", "IsDeleted"],
            row.EnumerateObject().Select(property => property.Name));
        Assert.Equal(3, row.GetProperty("Number").GetInt32());
        Assert.Equal("socket:[4711]", row.GetProperty("Target").GetString());
        Assert.Equal("Socket", row.GetProperty("Type").GetString());
    }

    [Fact]
    public void An_invalid_target_is_shown_escaped_and_kept_exactly()
    {
        JsonElement row = Run("fd", "--deleted", "--jsonl").JsonLines.Single();
        Assert.True(row.GetProperty("IsDeleted").GetBoolean());
        Assert.Equal(ShownTarget, row.GetProperty("Target").GetString());
        Assert.Equal(Capture.Target, row.GetProperty("TargetBytes").GetBytesFromBase64());
        Assert.Equal(Capture.Comm, row.GetProperty("ProcessNameBytes").GetBytesFromBase64());
    }

    [Fact]
    public void A_target_that_is_text_has_no_bytes_beside_it() =>
        Assert.False(Run("fd", "100", "--number", "0", "--json").Json.Single().TryGetProperty("TargetBytes", out _));

    [Theory]
    [InlineData("--number", "2,4", 2)]
    [InlineData("--target", "*.LOG", 1)]
    [InlineData("--type", "s*", 1)]
    [InlineData("--deleted", null, 1)]
    public void Fd_filters_as_the_cmdlet_does(string option, string? value, int count)
    {
        string[] words = ["fd", "--jsonl", option, .. value is null ? Array.Empty<string>() : [value]];
        Assert.Equal(count, Run(words).JsonLines.Length);
    }

    [Fact]
    public void Control_bytes_are_escaped_in_a_table()
    {
        ProcFsProcess.Result table = Run("fd");
        Assert.Contains(ShownTarget + "  (deleted)", table.Output, StringComparison.Ordinal);
        Assert.DoesNotContain((byte)0x1B, table.Bytes);
        Assert.DoesNotContain((byte)0xFE, table.Bytes);
    }

    [Fact]
    public void Group_by_counts()
    {
        JsonElement[] groups = Run("fd", "--group-by", "type", "--json").Json;
        Assert.Equal(["Count", "Name"], groups[0].EnumerateObject().Select(property => property.Name));
        Assert.Equal(4, groups.Sum(group => group.GetProperty("Count").GetInt32()));
        Assert.Equal("File", groups[0].GetProperty("Name").GetString());
    }

    [Fact]
    public void Status_writes_sets_by_their_words_and_members()
    {
        JsonElement row = Run("status", "100", "--json").Json.Single();
        Assert.Equal(2048 * 1024, row.GetProperty("VmRss").GetInt64());
        Assert.Equal("0-2,5", row.GetProperty("CpusAllowedList").GetProperty("Text").GetString());
        Assert.Equal([0, 1, 2, 5], row.GetProperty("CpusAllowedList").GetProperty("Indexes").EnumerateArray().Select(index => index.GetInt32()));
        Assert.Equal(["SIGPIPE"], row.GetProperty("SigIgn").GetProperty("Names").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal("CAP_CHOWN, CAP_KILL", row.GetProperty("CapEff").GetProperty("Text").GetString());
        Assert.Equal("new value", row.GetProperty("Additional").GetProperty("NewKey").GetString());
        Assert.Equal(JsonValueKind.Null, row.GetProperty("VmSize").ValueKind);
    }

    [Fact]
    public void Process_keeps_every_argument_exactly()
    {
        JsonElement row = Run("process", "100", "--json").Json.Single();
        Assert.Equal(["/bin/a", "", @"b\n\x80"], row.GetProperty("CommandLine").EnumerateArray().Select(argument => argument.GetString()));
        Assert.Equal([(byte)'b', (byte)'\n', 0x80], row.GetProperty("CommandLineBytes")[2].GetBytesFromBase64());
        Assert.Equal("Sleeping", row.GetProperty("State").GetString());
        Assert.Equal("00:00:02", row.GetProperty("CpuTime").GetString());
    }

    [Theory]
    [InlineData(1, "process", "--parent", "1")]
    [InlineData(0, "process", "--parent", "2")]
    [InlineData(1, "process", "100")]
    [InlineData(1, "process", "a?*")]
    public void Processes_are_selected_by_id_name_and_parent(int count, params string[] words) =>
        Assert.Equal(count, Run([.. words, "--jsonl"]).JsonLines.Length);

    [Theory]
    [InlineData("ffffffff81000017", "_text", 0x17)]
    [InlineData("0xFFFFFFFF81000100", "second", 0)]
    public void Symbol_finds_the_symbol_that_holds_an_address(string address, string name, long offset)
    {
        JsonElement row = Run("symbol", "--address", address, "--json").Json.Single();
        Assert.Equal(name, row.GetProperty("Name").GetString());
        Assert.Equal(offset, row.GetProperty("Offset").GetInt64());
    }

    [Fact]
    public void Symbol_filters_by_name_module_and_type()
    {
        Assert.Equal(["first"], NamesOf("symbol", "FIR*"));
        Assert.Equal(["inner"], NamesOf("symbol", "--module", "mod"));
        Assert.Equal(["_text", "second"], NamesOf("symbol", "--type", "T"));
        Assert.Equal(4, NamesOf("symbol", "--type", "Tt").Count());
        Assert.Equal(0xFFFFFFFF81000100, Run("symbol", "second", "--json").Json.Single().GetProperty("Address").GetUInt64());
    }

    [Fact]
    public void Ls_shows_the_kind_and_items_of_a_path()
    {
        JsonElement entry = Run("ls", "sys/vm", "--json").Json.Single();
        Assert.Equal("Parameter", entry.GetProperty("Kind").GetString());
        Assert.Equal("60", entry.GetProperty("Value").GetString());
        Assert.NotEmpty(entry.GetProperty("Description").GetString()!);
        Assert.Equal(5, Run("ls", "--json").Json.Length - 1);
    }

    [Fact]
    public void Get_gives_records_rows_and_parameters()
    {
        Assert.Equal(60, Run("get", "sys/vm/swappiness", "--json").Json.Single().GetProperty("Value").GetInt64());
        Assert.Equal([32768, 60999], Run("get", "/proc/sys/net/ipv4/ip_local_port_range", "--json").Json.Single().GetProperty("Value").EnumerateArray().Select(part => part.GetInt64()));
        Assert.Equal(4, Run("get", "100/fd", "--json").Json.Length);
        Assert.Equal("/var/log/a.log", Run("get", "Proc:/100/fd/4", "--json").Json.Single().GetProperty("Target").GetString());
        Assert.Equal(4, Run("get", "kallsyms", "--jsonl").JsonLines.Length);
    }

    [Fact]
    public void Cat_writes_the_exact_bytes()
    {
        Assert.Equal([.. Capture.Comm, (byte)'\n'], Run("cat", "100/comm").Bytes);
        Assert.Equal([.. "/bin/a\n\nb\n"u8, 0x80, (byte)'\n'], Run("cat", "100/cmdline").Bytes);
        Assert.Equal([.. "/bin/a"u8, 0, 0, .. "b\n"u8, 0x80, 0], Run("cat", "--raw", "100/cmdline").Bytes);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(72)]
    [InlineData(100)]
    public void A_table_fits_the_terminal(int columns)
    {
        foreach (string[] words in new[] { ["fd"], ["ls", "100"], ["get", "100/status"], ["process"], new[] { "symbol" } })
        {
            ProcFsProcess.Result table = ProcFsProcess.RunWithColumns(columns, [.. words, "--root", capture.Path]);
            Assert.NotEmpty(table.Lines);
            Assert.All(table.Lines, line => Assert.InRange(line.EnumerateRunes().Count(), 0, columns));
        }
    }

    private IEnumerable<string?> NamesOf(params string[] words) =>
        Run([.. words, "--jsonl"]).JsonLines.Select(row => row.GetProperty("Name").GetString());

    private ProcFsProcess.Result Run(params string[] words)
    {
        ProcFsProcess.Result result = ProcFsProcess.Run([.. words, "--root", capture.Path]);
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.Status);
        return result;
    }
}
