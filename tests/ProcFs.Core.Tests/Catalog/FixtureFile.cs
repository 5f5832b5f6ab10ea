using System.Collections;
using System.Globalization;
using ProcFs.Fixtures;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs;

/// <summary>A typed file of a fixture, and copies of it with one value replaced.</summary>
internal sealed class FixtureFile(string fixture, string path) : IDisposable
{
    private const int MostValues = 30;

    // Their files hold no text.
    private static readonly Type[] s_binary = [typeof(AuxiliaryValue), typeof(KernelOption), typeof(CoreSegment)];

    // A table is read from its file, and a record from its text.
    private readonly Copy? _copy = Catalog.Find(path) is TableEntry ? new(fixture) : null;

    private ProcRoot Root => field ??= _copy?.Root ?? new ProcRoot(Path.Combine(AppContext.BaseDirectory, "fixtures", fixture, "proc"));

    public CatalogEntry Entry { get; } = Catalog.Find(path)!;

    public string Text { get; private init; } = "";

    /// <summary>The typed text files of all fixtures: the name of the fixture and the path under its root.</summary>
    public static IEnumerable<(string Fixture, string Path)> All()
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "fixtures");
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            string[] parts = Path.GetRelativePath(folder, file).Split('/', 3);
            if (parts is [var name, "proc", var path]
                && Catalog.Find(path) is (RecordEntry or TableEntry { IsFolder: false }) and var entry
                && !s_binary.Contains(entry.ItemType!))
            {
                yield return (name, path);
            }
        }
    }

    public static FixtureFile Of(string fixture, string path) => new(fixture, path)
    {
        Text = LosslessText.Decode(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "fixtures", fixture, "proc", path))),
    };

    /// <summary>The positions of numbers that are values; if there are many, some across the whole file.</summary>
    public List<Range> Values()
    {
        var values = new List<Range>();
        int start = 0;
        for (int i = 0; i <= Text.Length; i++)
        {
            if (i < Text.Length && !char.IsWhiteSpace(Text[i]) && !"-:=,/()[]<>\0".Contains(Text[i], StringComparison.Ordinal))
            {
                continue;
            }

            string word = Text[start..i];
            string digits = word.StartsWith("0x", StringComparison.Ordinal) ? word[2..] : word;
            if (digits.Any(char.IsAsciiDigit) && digits.All(char.IsAsciiHexDigit))
            {
                values.Add(start..i);
            }

            start = i + 1;
        }

        return [.. values.Where((_, number) => number % ((values.Count / MostValues) + 1) == 0)];
    }

    public int LineOf(Range value) => Text.AsSpan(0, value.Start.Value).Count('\n') + 1;

    /// <summary>The result of reading the file with this text, and the reported errors.</summary>
    public (List<object> Items, List<ProcException> Errors) Read(string text)
    {
        var items = new List<object>();
        var errors = new List<ProcException>();
        try
        {
            byte[] bytes = LosslessText.Encode(text);
            string[] folders = path.Split('/');
            int below = folders is [_, "task", _, ..] ? 3 : int.TryParse(folders[0], out _) ? 1 : 0;
            using ProcessDirectory? process = Open(folders[..below]);
            string name = string.Join('/', folders[below..]);
            ProcSource source = process is null
                ? new(Root, path) { Report = errors.Add }
                : new(process, name) { Report = errors.Add };
            if (Entry is RecordEntry record)
            {
                items.Add(record.Parse(bytes, source));
            }
            else
            {
                _copy!.Write(path, bytes);
                ((TableEntry)Entry).ReadRows(source, item =>
                {
                    items.Add(item);
                    return true;
                });
            }
        }
        catch (ProcException error)
        {
            errors.Add(error);
        }

        return (items, errors);
    }

    public void Dispose() => _copy?.Dispose();

    /// <summary>The properties with their values as text, without nulls.</summary>
    public static Dictionary<string, string> Properties(object item)
    {
        var values = new Dictionary<string, string>();
        foreach (ItemProperty property in ItemShape.Find(item.GetType())!.Properties)
        {
            if (property.GetValue(item) is { } value && property.Name is not ("Unavailable" or "Additional"))
            {
                values[property.Name] = TextOf(value);
            }
        }

        return values;
    }

    public static bool SaysMalformed(object item) =>
        ItemShape.Find(item.GetType())!.Properties.FirstOrDefault(property => property.Name == "Unavailable")?.GetValue(item)
            is IReadOnlyDictionary<string, UnavailableReason> fields
        && fields.Values.Contains(UnavailableReason.Malformed);

    private static string TextOf(object value) => value switch
    {
        string text => text,
        IDictionary pairs => string.Join(';', pairs.Keys.Cast<object>().Select(key => $"{key}={TextOf(pairs[key]!)}")),
        IEnumerable list => string.Join(';', list.Cast<object>().Select(TextOf)),
        _ when ItemShape.Find(value.GetType()) is not null => string.Join('|', Properties(value).Select(pair => $"{pair.Key}={pair.Value}")),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private ProcessDirectory? Open(string[] folders)
    {
        if (folders.Length == 0)
        {
            return null;
        }

        var process = ProcessDirectory.Open(Root, int.Parse(folders[0], CultureInfo.InvariantCulture), new ReadScope(), out _)!;
        if (folders.Length == 1)
        {
            return process;
        }

        using (process)
        {
            return process.OpenThread(int.Parse(folders[2], CultureInfo.InvariantCulture), out _);
        }
    }

    private sealed class Copy(string name) : FixtureRoot(name);
}
