using System.Text.Encodings.Web;
using System.Text.Json;
using ProcFs.Cli.Output;
using ProcFs.Tree;

namespace ProcFs.Cli;

/// <summary>
/// Every typed file of the fixtures as JSON, with all fields of all rows, compared with the accepted files: <c>tests/golden/&lt;fixture&gt;/&lt;path&gt;.json</c>.
/// Run with <c>PROCFS_ACCEPT_GOLDEN=1</c> to accept the current output; the difference is then reviewed in git.
/// </summary>
public sealed class GoldenTests
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    private static readonly string s_golden = Path.Combine(SourceFolder.OfCaller(), "..", "golden");

    public static IEnumerable<TheoryDataRow<string, string>> Files()
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "fixtures");
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            string[] parts = Path.GetRelativePath(folder, file).Split("/proc/", 2);
            if (parts is [var fixture, var path] && Catalog.Find(path) is (RecordEntry or TableEntry { IsFolder: false }))
            {
                yield return new(fixture, path);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_of_the_fixtures_is_read_as_it_was_accepted(string fixture, string path)
    {
        string read = Read(fixture, path);
        string golden = Path.Combine(s_golden, fixture, $"{path}.json");
        if (Environment.GetEnvironmentVariable("PROCFS_ACCEPT_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(golden)!);
            File.WriteAllText(golden, read);
        }

        Assert.True(File.Exists(golden), $"{fixture}/{path} has no golden file. Run the tests with PROCFS_ACCEPT_GOLDEN=1, and review it.");
        Assert.Equal(File.ReadAllText(golden), read);
    }

    [Fact]
    public void Each_accepted_file_has_its_fixture()
    {
        IEnumerable<string> known = Files().Select(row => Path.Combine(row.Data.Item1, $"{row.Data.Item2}.json"));
        Assert.Empty(Directory.EnumerateFiles(s_golden, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(s_golden, file)).Except(known));
    }

    private static string Read(string fixture, string path)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "fixtures", fixture, "proc");
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, s_options))
        {
            json.WriteStartArray();
            try
            {
                ProcNode node = new ProcTree(new ProcRoot(folder)).Get(path);
                if (node is IContainerNode table && Catalog.Find(path) is TableEntry)
                {
                    table.ReadChildren(null, row => ItemJson.WriteRow(json, row.GetItem()), error => WriteError(json, error, folder), CancellationToken.None);
                }
                else
                {
                    ItemJson.WriteRow(json, node.GetItem());
                }
            }
            catch (ProcException error)
            {
                WriteError(json, error, folder);
            }

            json.WriteEndArray();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void WriteError(Utf8JsonWriter json, ProcException error, string folder) =>
        json.WriteStringValue(error.Message.Replace(folder, "", StringComparison.Ordinal));
}
