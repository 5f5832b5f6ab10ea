using System.Text;
using ProcFs.Fixtures;
using ProcFs.Grammar;
using ProcFs.IO;

namespace ProcFs;

/// <summary>A file with any bytes can be read, or a <see cref="ProcException"/> reports that it is malformed.</summary>
public sealed class HostileTextTests : IDisposable
{
    private readonly TemporaryRoot _root = new();

    public static IEnumerable<TheoryDataRow<string>> Entries => Catalog.All
        .Where(entry => entry is RecordEntry or ParameterEntry { Form.Parse: not null } or TableEntry { IsFolder: false })
        .Where(entry => entry.IsOfProcess)
        .Select(entry => new TheoryDataRow<string>(entry.Pattern));

    public void Dispose() => _root.Dispose();

    [Theory]
    [MemberData(nameof(Entries))]
    public void Nothing_but_an_error_of_this_library_is_thrown(string pattern)
    {
        CatalogEntry entry = Catalog.All.Single(entry => entry.Pattern == pattern);
        _root.Write("7/stat", "7 (seven) S 1 7 7 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 0 0 0 0\n");
        using ProcessDirectory process = ProcessDirectory.Open(_root.Root, 7, new ReadScope(), out _)!;
        foreach (string text in Texts())
        {
            try
            {
                Read(entry, process, Encoding.Latin1.GetBytes(text));
            }
            catch (ProcException error)
            {
                Assert.True(error.Kind == ProcErrorKind.Malformed, $"{error.Kind} where the text is {text}");
            }
        }
    }

    // Numbers at the limits of their types, one per line and all in one, and the inputs of the grammar tests.
    private static IEnumerable<string> Texts()
    {
        string[] numbers =
        [
            "", "0", "-1", "9223372036854775807", "-9223372036854775808", "18446744073709551615", "99999999999999999999999", "ffffffffffffffff",
            "0xffffffffffffffff", "(null)", "?", "4294967296", "1.5", "1e400",
        ];
        foreach (string number in numbers)
        {
            yield return string.Concat(Enumerable.Repeat($"{number} ", 60));
            yield return string.Concat(Enumerable.Repeat($"{number}:{number}\n", 60));
            yield return $"7 (a) S {string.Join(' ', Enumerable.Repeat(number, 60))}\n";
        }

        foreach (string text in GrammarFile.Hostile().Where((_, number) => number % 10 == 0))
        {
            yield return text;
        }
    }

    private void Read(CatalogEntry entry, ProcessDirectory process, byte[] text)
    {
        string file = entry.File.Replace("<fd>", "3", StringComparison.Ordinal);
        var source = new ProcSource(process, file);
        switch (entry)
        {
            case RecordEntry record:
                _ = FixtureFile.Properties(record.Parse(text, source));
                break;
            case ParameterEntry parameter:
                _ = parameter.Form.Parse!(text, source);
                break;
            default:
                _root.Write($"7/{file}", text);
                ReadRows((TableEntry)entry, process, file);
                break;
        }
    }

    private static void ReadRows(TableEntry table, ProcessDirectory process, string file)
    {
        var errors = new List<ProcException>();
        table.ReadRows(new ProcSource(process, file) { Report = errors.Add }, row => FixtureFile.Properties(row).Count > 0 && table.NameOf(row) is not null && $"{row}".Length >= 0);
        Assert.All(errors, error => Assert.Equal(ProcErrorKind.Malformed, error.Kind));
    }
}
