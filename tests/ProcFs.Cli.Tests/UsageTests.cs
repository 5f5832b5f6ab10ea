namespace ProcFs.Cli;

/// <summary>The messages and exit status of the command.</summary>
public sealed class UsageTests(Capture capture) : IClassFixture<Capture>
{
    [Theory]
    [InlineData(1, "No process has the id 7", "fd", "7")]
    [InlineData(1, "No process is named \"nobody\"", "status", "nobody")]
    [InlineData(0, "", "status", "nobody*")]
    [InlineData(1, "No descriptor leads to \"/x\"", "fd", "--target", "/x")]
    [InlineData(1, "Process 100 has no descriptor 9", "fd", "100", "--number", "9")]
    [InlineData(1, "No kernel symbol is named \"x\"", "symbol", "x")]
    [InlineData(1, "contains the address 0x1", "symbol", "--address", "1")]
    [InlineData(1, "no such file or process", "get", "nothing")]
    [InlineData(1, "No process has the id 7", "ls", "7/fd")]
    [InlineData(1, "has no content", "cat", "100/fd")]
    [InlineData(1, "a capture contains only the name of an open file, not its content.", "cat", "100/fd/4")]
    [InlineData(2, "Required command", new string[0])]
    [InlineData(2, "--bogus", "fd", "--bogus")]
    [InlineData(2, "\"x\" is not the number of a descriptor", "fd", "--number", "x")]
    [InlineData(2, "is not a type of descriptor", "fd", "--type", "Door")]
    [InlineData(2, "no property \"door\"", "fd", "--group-by", "door")]
    [InlineData(2, "no property \"door\"", "ls", "--group-by", "door")]
    [InlineData(2, "\"zz\" is not an address", "symbol", "--address", "zz")]
    [InlineData(2, "cannot be combined", "ls", "--json", "--jsonl")]
    [InlineData(2, "'shell' missing", "completion")]
    public void The_exit_status_and_standard_error_describe_the_failure(int status, string message, params string[] words)
    {
        ProcFsProcess.Result result = ProcFsProcess.Run([.. words, "--root", capture.Path]);
        Assert.Equal(status, result.Status);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(" at ProcFs.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_there_does_not_keep_the_rest_from_coming()
    {
        ProcFsProcess.Result result = ProcFsProcess.Run("fd", "7", "100", "--json", "--root", capture.Path);
        Assert.Equal(1, result.Status);
        Assert.Equal(4, result.Json.Length);
    }

    [Theory]
    [InlineData("ls", "--root", "")]
    [InlineData("fd", "1", "--root", "", "--json")]
    [InlineData("cat", "version", "--root", "\u001b]52;c;eA==\a")]
    public void What_was_not_foreseen_is_one_line(params string[] words)
    {
        ProcFsProcess.Result result = ProcFsProcess.Run(words);
        Assert.Equal(1, result.Status);
        Assert.StartsWith("procfs: ", result.Error, StringComparison.Ordinal);
        Assert.Equal(1, result.Error.Count(character => character == '\n'));
        Assert.DoesNotContain('\u001b', result.Error);
    }

    [Fact]
    public void Output_that_has_no_room_is_one_line()
    {
        ProcFsProcess.Result result = ProcFsProcess.RunProgram(["sh", "-c", "\"$@\" > /dev/full", "sh", .. ProcFsProcess.Command, "get", "self/status"]);
        Assert.Equal(1, result.Status);
        Assert.Equal(1, result.Error.Count(character => character == '\n'));
    }

    [Fact]
    public void Json_without_rows_is_an_empty_array() =>
        Assert.Empty(ProcFsProcess.Run("fd", "7", "--json", "--root", capture.Path).Json);

    [Theory]
    [InlineData]
    [InlineData("ls")]
    [InlineData("get")]
    [InlineData("cat")]
    [InlineData("fd")]
    [InlineData("status")]
    [InlineData("process")]
    [InlineData("symbol")]
    [InlineData("export")]
    [InlineData("completion")]
    public void Help_has_examples_on_every_level(params string[] words)
    {
        ProcFsProcess.Result help = ProcFsProcess.Run([.. words, "--help"]);
        Assert.Equal(0, help.Status);
        Assert.Empty(help.Error);
        int examples = Array.IndexOf(help.Lines, "Examples:");
        Assert.True(examples > 0, "There are no examples.");
        Assert.Contains(help.Lines[examples..], line => line.Contains($"procfs {string.Join(' ', words)}", StringComparison.Ordinal));
        Assert.All(help.Lines, line => Assert.InRange(line.Length, 0, 200));
    }

    [Fact]
    public void Version_is_that_of_the_module() =>
        Assert.Equal(typeof(ProcRoot).Assembly.GetName().Version!.ToString(3), ProcFsProcess.Run("--version").Output.Trim());

    [Theory]
    [InlineData("status", "")]
    [InlineData("status", "Name:\ta\nUmask:\t0022\n")]
    [InlineData("stat", "")]
    [InlineData("stat", "7 (a) S 1 7 7 0\n")]
    public void A_file_that_was_cut_off_is_an_error_and_no_row(string file, string text)
    {
        string root = Directory.CreateTempSubdirectory("procfs-").FullName;
        try
        {
            Directory.CreateDirectory($"{root}/7");
            File.WriteAllText($"{root}/7/comm", "a\n");
            File.WriteAllText($"{root}/7/{file}", text);
            ProcFsProcess.Result result = ProcFsProcess.Run("get", $"7/{file}", "--json", "--root", root);
            Assert.Empty(result.Json);
            Assert.Equal(1, result.Status);
            Assert.Contains($"{root}/7/{file}, line", result.Error, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }
}
