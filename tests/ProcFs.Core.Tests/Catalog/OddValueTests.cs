using System.Collections;
using System.Reflection;

namespace ProcFs;

/// <summary>An odd value in a file costs only its field, or at most its row, but never the object.</summary>
public sealed class OddValueTests
{
    private const int MostPropertiesOfOneValue = 6;

    // Longer than any block.
    private const int MostLines = 64;

    private static readonly string[] s_named = ["Additional", "Unavailable"];

    public static IEnumerable<TheoryDataRow<string, string>> Files => FixtureFile.All().Select(file => new TheoryDataRow<string, string>(file.Fixture, file.Path));

    [Theory]
    [MemberData(nameof(Files))]
    public void The_rest_of_the_file_still_comes(string fixture, string path)
    {
        using var file = FixtureFile.Of(fixture, path);
        (List<object> whole, List<ProcException> none) = file.Read(file.Text);
        Assert.Empty(none);
        Assert.All(whole, HasTexts);
        List<Dictionary<string, string>> before = [.. whole.Select(FixtureFile.Properties)];
        foreach (Range value in file.Values())
        {
            foreach (string odd in (string[])["?", "(null)", "99999999999999999999999", "-1"])
            {
                string text = file.Text[..value.Start] + odd + file.Text[value.End..];
                (List<object> items, List<ProcException> errors) = file.Read(text);
                Assert.All(items, HasTexts);
                string what = $"{file.Text[value]} in line {file.LineOf(value)} is {odd}: {string.Join(' ', errors.Select(error => error.Message))}";
                if (items.Count < whole.Count)
                {
                    Assert.True(items.Count == whole.Count - 1 && IsErrorOfRow(file, value, errors), what);
                }
                else
                {
                    Assert.True(items.Count == whole.Count && errors.Count <= 1, what);
                    AssertOneField(file, before, items, odd != "-1" && errors.Count == 0, what);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_that_ends_early_is_read_up_to_there(string fixture, string path)
    {
        using var file = FixtureFile.Of(fixture, path);
        for (int length = 0; length < file.Text.Length; length += 1 + (file.Text.Length / 40))
        {
            Assert.All(file.Read(file.Text[..length]).Errors, error => Assert.Equal(ProcErrorKind.Malformed, error.Kind));
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Empty_lines_cost_nothing(string fixture, string path)
    {
        using var file = FixtureFile.Of(fixture, path);
        int rows = file.Read(file.Text).Items.Count;
        foreach (Range value in file.Values().DistinctBy(file.LineOf).Where((_, number) => number % 10 == 0))
        {
            int end = file.Text.IndexOf('\n', value.Start.Value) + 1;
            (List<object> items, List<ProcException> errors) = file.Read($"{file.Text[..end]}\n{file.Text[end..]}");
            Assert.True(items.Count == rows && errors.Count <= 1, $"An empty line behind line {file.LineOf(value)}: {string.Join(' ', errors.Select(error => error.Message))}");
        }
    }

    // PowerShell takes $row.Shares[0] for the whole list if the type has no public indexer, as those of collection expressions for IReadOnlyList have none.
    [Theory]
    [MemberData(nameof(Files))]
    public void Lists_can_be_indexed_in_PowerShell(string fixture, string path)
    {
        using var file = FixtureFile.Of(fixture, path);
        Assert.All(file.Read(file.Text).Items, CanIndexLists);
    }

    private static void CanIndexLists(object item)
    {
        foreach (PropertyInfo property in item.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0))
        {
            if (property.GetValue(item) is IEnumerable and not string and { } list)
            {
                Assert.True(list is Array || list.GetType().GetDefaultMembers().Length > 0, $"{item.GetType().Name}.{property.Name} is a {list.GetType().Name}");
            }
        }
    }

    // Further fields and reasons have a text for CSV, which a plain dictionary has not.
    private static void HasTexts(object item) => Assert.All(
        s_named,
        name => Assert.True(item.GetType().GetProperty(name)?.GetValue(item) is null or Array or NamedValues<string> or NamedValues<UnavailableReason>, $"{item.GetType().Name}.{name}"));

    private static bool IsErrorOfRow(FixtureFile file, Range value, List<ProcException> errors) =>
        errors is [{ Kind: ProcErrorKind.Malformed, LineNumber: { } line }]
        && line <= file.LineOf(value)
        && line > file.LineOf(value) - MostLines
        && (file.Entry is TableEntry || IsWhatFileIsAbout(file, value));

    // Without it there is no record: the id in stat and in the header of sched, and the number of personality.
    private static bool IsWhatFileIsAbout(FixtureFile file, Range value) => file.Entry.File switch
    {
        "stat" => value.Start.Value == 0,
        "sched" => file.LineOf(value) == 1,
        "personality" => true,
        _ => false,
    };

    private static void AssertOneField(FixtureFile file, List<Dictionary<string, string>> before, List<object> items, bool isMarked, string what)
    {
        int changed = 0;
        var fields = new HashSet<string>();

        // The size of a symbol is the distance to the next one, so that several depend on one address; a non-numeric address counts as hidden.
        bool isSymbols = file.Entry.ItemType == typeof(KernelSymbol);
        for (int i = 0; i < items.Count; i++)
        {
            Dictionary<string, string> after = FixtureFile.Properties(items[i]);
            string[] differing = [.. before[i].Keys.Union(after.Keys).Where(name => before[i].GetValueOrDefault(name) != after.GetValueOrDefault(name))];
            changed += differing.Length > 0 ? 1 : 0;
            fields.UnionWith(differing);
            Assert.True(differing.Length <= MostPropertiesOfOneValue, $"{string.Join(", ", differing)} differ where {what}");
            bool isLost = differing.Any(name => !after.ContainsKey(name));
            Assert.True(!isMarked || !isLost || isSymbols || FixtureFile.SaysMalformed(items[i]), $"Nothing says why {string.Join(", ", differing)} is null where {what}");
        }

        // What the file or a heading says once, each row that it is about repeats.
        bool isSaidOnce = fields.Count == 1;
        Assert.True(changed <= 1 || isSymbols || isSaidOnce, $"{changed} rows differ where {what}");
    }
}
