namespace ProcFs.Fixtures;

/// <summary>Reads the files of a captured or own network namespace.</summary>
internal static class NetFiles
{
    private const int Modern = 4300;
    private const int Old = 915;

    /// <summary>The rows of a file of a fixture's network namespace, all of which must be well-formed.</summary>
    public static List<T> Rows<T>(FixtureRoot fixture, string file)
        where T : class
    {
        (List<T> rows, List<ProcException> errors) = Rows<T>(fixture.Root, $"{Id(fixture)}/net/{file}");
        Assert.Empty(errors);
        return rows;
    }

    /// <summary>The rows of a text.</summary>
    public static (List<T> Rows, List<ProcException> Errors) RowsOf<T>(string file, string text, string? architecture = null)
        where T : class
    {
        using var root = new TemporaryRoot();
        if (architecture is not null)
        {
            root.Write("sys/kernel/arch", $"{architecture}\n");
        }

        return Rows<T>(root.Write($"net/{file}", text).Root, $"net/{file}");
    }

    /// <summary>The rows of a file below a root.</summary>
    public static (List<T> Rows, List<ProcException> Errors) Rows<T>(ProcRoot root, string file)
        where T : class
    {
        var rows = new List<T>();
        var errors = new List<ProcException>();
        var table = (TableEntry)Catalog.All.First(entry => entry is TableEntry && entry.ItemType == typeof(T));
        table.ReadRows(new ProcSource(root, file) { Report = errors.Add }, row =>
        {
            rows.Add((T)row);
            return true;
        });
        return (rows, errors);
    }

    /// <summary>The object of a file of a fixture's network namespace.</summary>
    public static T Record<T>(FixtureRoot fixture, string file)
        where T : class, IRecord<T>
    {
        string path = $"{Id(fixture)}/net/{file}";
        return T.Parse(File.ReadAllBytes(fixture.PathOf(path)), new ProcSource(fixture.Root, path));
    }

    private static int Id(FixtureRoot fixture) => fixture is OldKernelRoot ? Old : Modern;
}
