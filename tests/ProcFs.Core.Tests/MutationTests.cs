using System.Globalization;
using System.Text;
using ProcFs.Fixtures;
using ProcFs.IO;
using ProcFs.Tree;

namespace ProcFs;

/// <summary>
/// Every typed file of a process, with one value replaced by one that no kernel should write there: the only failure may be a <see cref="ProcException"/>, only the
/// row with the value may be lost, and no object may disappear without an error.
/// </summary>
public sealed class MutationTests : IDisposable
{
    private static readonly string[] s_odd =
        ["18446744073709551615", "9223372036854775807", "-9223372036854775808", "99999999999999999999999", "-1", "(null)", "unlimited", "x", ""];

    private readonly TemporaryRoot _root = new();
    private ProcException? _first;

    public static TheoryData<string> Files() => [.. TypedFiles().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void An_odd_value_affects_only_itself(string file)
    {
        Copy("stat");
        Copy("comm");
        Copy("cmdline");
        Copy("maps");
        string text = Live(file)!;
        (int whole, int none) = Read(file, text);
        Assert.True(none == 0, $"{file} is malformed as it is: {_first?.Message}");
        foreach (string odd in Mutations(text).Distinct())
        {
            (int rows, int errors) = Read(file, odd);
            Assert.True(rows + errors >= Math.Min(whole, 1), $"{file} vanished without a word:\n{odd}");
            Assert.True(whole - rows <= 1 || errors > 0, $"{file}: {whole - rows} rows vanished:\n{odd}");
        }
    }

    public void Dispose() => _root.Dispose();

    // The first lines of a long file are representative.
    private static IEnumerable<string> Mutations(string text)
    {
        string[] lines = text.Split('\n');
        for (int i = 0; i < Math.Min(lines.Length, 12); i++)
        {
            string[] words = lines[i].Split(' ');
            int wordCount = Math.Min(words.Length, 24);
            for (int j = 0; j < wordCount; j++)
            {
                string[] odd = words[j].Any(char.IsAsciiDigit) ? s_odd : ["", "x"];
                foreach (string value in odd)
                {
                    string[] changed = [.. words];
                    changed[j] = words[j].StartsWith('\t') ? $"\t{value}" : value;
                    yield return Joined(lines, i, string.Join(' ', changed));
                }
            }

            // An empty line is no row, and nothing is said of one.
            yield return Joined(lines, i, i == 0 ? "" : lines[i].TrimEnd());
            yield return Joined(lines, i, lines[i][..(lines[i].Length / 2)]);
        }
    }

    private static string Joined(string[] lines, int index, string line) =>
        string.Join('\n', [.. lines[..index], line, .. lines[(index + 1)..]]);

    private static IEnumerable<string> TypedFiles() =>
        Catalog.All
            .Where(entry => entry.Pattern.StartsWith("<pid>/", StringComparison.Ordinal) && entry is RecordEntry or TableEntry { IsFolder: false })
            .Select(entry => entry.Pattern["<pid>/".Length..])
            .Where(file => !file.Contains('<') && Live(file) is { Length: > 0 });

    private static string? Live(string file)
    {
        var buffer = new ReadBuffer();
        var self = new ProcRoot();
        return buffer.ReadFile(self.Handle, $"self/{file}") == Interop.Errno.None && !buffer.Bytes.Contains((byte)0) ? Encoding.Latin1.GetString(buffer.Bytes) : null;
    }

    private void Copy(string file)
    {
        var buffer = new ReadBuffer();
        var self = new ProcRoot();
        buffer.ReadFile(self.Handle, $"self/{file}");
        _root.Write($"{Environment.ProcessId}/{file}", buffer.Bytes.ToArray());
    }

    private (int Rows, int Errors) Read(string file, string text)
    {
        _first = null;
        string path = string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}/{file}");
        _root.Write(path, Encoding.Latin1.GetBytes(text));
        int rows = 0;
        int errors = 0;
        try
        {
            ProcNode node = new ProcTree(_root.Root).Get(path);
            if (node is IContainerNode table)
            {
                table.ReadChildren(null, row => rows += row.GetItem() is null ? 0 : 1, error => { errors++; _first ??= error; }, CancellationToken.None);
            }
            else
            {
                rows += node.GetItem() is null ? 0 : 1;
            }
        }
        catch (ProcException error)
        {
            errors++;
            _first ??= error;
        }

        return (rows, errors);
    }
}
