namespace ProcFs;

public sealed class CatalogTests
{
    public static TheoryData<string, string?> Paths => new()
    {
        { "self", "self" },
        { "1234", "<pid>" },
        { "1234/fd", "<pid>/fd" },
        { "/1234/fd/", "<pid>/fd" },
        { "self/status", "<pid>/status" },
        { "self/fd", "<pid>/fd" },
        { "self/ns/net", "<pid>/ns/net" },
        { "thread-self/stat", "<pid>/stat" },
        { "thread-self/fd", "<pid>/fd" },
        { "1234/task", "<pid>/task" },
        { "1234/task/1240", "<pid>/task/<tid>" },
        { "self/task/1240", "<pid>/task/<tid>" },
        { "1234/task/1240/status", "<pid>/status" },
        { "self/task/1240/status", "<pid>/status" },
        { "1234/task/1240/fd", "<pid>/fd" },
        { "1234/task/1240/children", "<pid>/task/<tid>/children" },
        { "self/task/1240/children", "<pid>/task/<tid>/children" },
        { "net", "net" },
        { "net/tcp", "<pid>/net/tcp" },
        { "self/net/tcp", "<pid>/net/tcp" },
        { "1234/net/tcp", "<pid>/net/tcp" },
        { "1234/task/1240/net/tcp", "<pid>/net/tcp" },
        { "mounts", "mounts" },
        { "1234/mounts", "<pid>/mounts" },
        { "stat", "stat" },
        { "kallsyms", "kallsyms" },
        { "sys/vm/swappiness", "sys/vm/swappiness" },
        { "sys/net/ipv4/conf/eth0/rp_filter", "sys/net/ipv4/conf/<device>/rp_filter" },
        { "sys/net/ipv4/conf/all", "sys/net/ipv4/conf/all" },
        { "sys/something/new", "sys/**" },
        { "no-such-file", null },
        { "1234/no-such-file", null },
        { "1234/task/1240/no-such-file", null },
        { "stat/below", null },
        { "", null },
        { "12a4", null },
    };

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_path_finds_its_entry(string path, string? pattern) => Assert.Equal(pattern, Catalog.Find(path)?.Pattern);

    [Fact]
    public void Every_entry_has_a_short_description()
    {
        Assert.True(Catalog.All.Count > 500);
        Assert.DoesNotContain(Catalog.All, entry =>
            string.IsNullOrWhiteSpace(entry.Description)
            || entry.Description.Length > 70
            || entry.Description.EndsWith('.')
            || entry.Description != entry.Description.Trim()
            || entry.Description.Any(character => character is < ' ' or > '~'));
    }

    [Fact]
    public void No_file_of_the_machine_is_mere_text() =>
        Assert.Empty(Catalog.All.Where(entry => entry.Area == "Machine" && entry.Kind == ProcKind.Text).Select(entry => entry.Pattern));

    [Theory]
    [InlineData("Rpc")]
    [InlineData("Transports")]
    [InlineData("Wireless")]
    [InlineData("Historic")]
    public void No_file_of_a_network_protocol_is_mere_text(string section) =>
        Assert.Empty(Catalog.All.Where(entry => entry.Area == "Net" && entry.Section == section && entry.Kind == ProcKind.Text).Select(entry => entry.Pattern));

    [Fact]
    public void No_pattern_stands_twice() =>
        Assert.Empty(Catalog.All.GroupBy(entry => entry.Pattern).Where(group => group.Count() > 1).Select(group => group.Key));

    [Fact]
    public void Patterns_are_paths_under_the_root() => Assert.DoesNotContain(Catalog.All, entry =>
        entry.Pattern.Split('/').Any(segment => segment.Length == 0 || segment.Any(char.IsWhiteSpace))
        || (entry.Pattern.Contains("**", StringComparison.Ordinal) && !entry.Pattern.EndsWith("/**", StringComparison.Ordinal)));

    [Fact]
    public void Every_folder_on_the_way_has_an_entry()
    {
        HashSet<string> known = [.. Catalog.All.Select(entry => entry.Pattern)];
        var missing = new HashSet<string>();
        foreach (CatalogEntry entry in Catalog.All)
        {
            int slash = entry.Pattern.LastIndexOf('/');
            if (slash > 0 && !known.Contains(entry.Pattern[..slash]) && Catalog.Find(entry.Pattern[..slash]) is null)
            {
                missing.Add(entry.Pattern[..slash]);
            }
        }

        Assert.Empty(missing);
    }

    [Fact]
    public void What_has_a_type_can_be_read_as_it()
    {
        Assert.All(Catalog.All.Where(entry => entry.Kind == ProcKind.Record), entry => Assert.IsAssignableFrom<RecordEntry>(entry));
        Assert.All(Catalog.All.Where(entry => entry.Kind == ProcKind.Table), entry => Assert.IsAssignableFrom<TableEntry>(entry));
        Assert.All(Catalog.All.Where(entry => entry is not PathEntry), entry => Assert.NotNull(entry.ItemType));
        Assert.True(Assert.IsAssignableFrom<TableEntry>(Catalog.Find("1/fd")).IsFolder);
        Assert.False(Assert.IsAssignableFrom<TableEntry>(Catalog.Find("kallsyms")).IsFolder);
    }

    // kmsg blocks and consumes; mem, kcore and the page tables are endless.
    [Theory]
    [InlineData("kmsg")]
    [InlineData("kcore")]
    [InlineData("1234/mem")]
    [InlineData("1234/pagemap")]
    public void A_file_not_to_be_read_implicitly_is_not_plain(string path)
    {
        CatalogEntry entry = Catalog.Find(path)!;
        Assert.True(entry.IsReadOnRequest);
    }

    [Fact]
    public void Every_path_of_a_6_18_kernel_is_known()
    {
        string[] paths = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "fixtures", "6.18-x86_64", "paths.txt"));
        Assert.True(paths.Length > 200);
        Assert.DoesNotContain(paths, path => Catalog.Find(path) is null);
    }

    // A distribution or driver can add its own paths: a few at the top level are tolerated.
    [Fact]
    public void Paths_of_this_kernel_are_known()
    {
        string[] own = [.. Names("/proc/self").Select(name => $"self/{name}"), .. Names("/proc/self/ns").Select(name => $"self/ns/{name}")];
        string[] top = [.. Names("/proc").Where(name => name != "sys" && !char.IsAsciiDigit(name[0]))];
        string[] unknown = [.. own.Concat(top).Where(path => Catalog.Find(path) is null)];
        Assert.True(unknown.Length * 20 <= own.Length + top.Length, $"Not in the catalog: {string.Join(", ", unknown)}");
    }

    private static IEnumerable<string> Names(string folder) => Directory.EnumerateFileSystemEntries(folder).Select(path => Path.GetFileName(path));
}
