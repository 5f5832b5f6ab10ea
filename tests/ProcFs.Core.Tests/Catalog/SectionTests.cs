using ProcFs.Fixtures;

namespace ProcFs;

/// <summary>The source files follow the layout of the catalog: each section has a folder.</summary>
public sealed class SectionTests
{
    private const int MostFiles = 30;

    private static readonly string s_files = Path.GetFullPath(Path.Combine(SourceFolder.OfCaller(), "..", "..", "..", "src", "ProcFs.Core", "Files"));

    [Fact]
    public void Every_entry_is_in_a_section() => Assert.DoesNotContain(Catalog.All, entry => entry.Area.Length == 0);

    [Fact]
    public void A_section_appears_once()
    {
        var sections = new List<(string, string)>();
        foreach (CatalogEntry entry in Catalog.All)
        {
            if (sections.Count == 0 || sections[^1] != (entry.Area, entry.Section))
            {
                sections.Add((entry.Area, entry.Section));
            }
        }

        Assert.Empty(sections.GroupBy(section => section).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Fact]
    public void A_type_lies_in_the_folder_of_its_section()
    {
        Assert.SkipUnless(Directory.Exists(s_files), "The sources are not beside the tests.");
        ILookup<string, string> folders = Directory.EnumerateFiles(s_files, "*.cs", SearchOption.AllDirectories)
            .ToLookup(path => Path.GetFileName(path), path => Path.GetRelativePath(s_files, Path.GetDirectoryName(path)!));
        string[] astray =
        [
            .. Catalog.All
                .Where(entry => entry is not (PathEntry or ParameterEntry))
                .GroupBy(entry => entry.ItemType!.Name)
                .Where(type => !folders[$"{type.Key}.cs"].SequenceEqual([FolderOf(type)]))
                .Select(type => $"{type.Key} is in {string.Join(", ", folders[$"{type.Key}.cs"])}, and not in {FolderOf(type)}"),
        ];
        Assert.True(astray.Length == 0, string.Join('\n', astray));
    }

    [Fact]
    public void A_folder_is_a_section_and_can_be_taken_in_at_a_glance()
    {
        Assert.SkipUnless(Directory.Exists(s_files), "The sources are not beside the tests.");
        HashSet<string> sections = [.. Catalog.All.Select(entry => Path.Combine(entry.Area, entry.Section).TrimEnd('/')), .. Catalog.All.Select(entry => entry.Area), "Parameters"];
        foreach (IGrouping<string, string> folder in Directory.EnumerateFiles(s_files, "*.cs", SearchOption.AllDirectories).GroupBy(path => Path.GetDirectoryName(path)!))
        {
            string name = Path.GetRelativePath(s_files, folder.Key);
            Assert.Contains(name, sections);
            Assert.True(folder.Count() <= MostFiles, $"{name} holds {folder.Count()} files.");
        }
    }

    // A type that files of several sections hold lies above their folders.
    private static string FolderOf(IEnumerable<CatalogEntry> type)
    {
        string[] folders = [.. type.Select(entry => Path.Combine(entry.Area, entry.Section).TrimEnd('/')).Distinct()];
        return folders is [var one] ? one : type.First().Area;
    }
}
