using System.Diagnostics.CodeAnalysis;

namespace ProcFs;

/// <content>The kinds of entry, as the lines of the table name them.</content>
public static partial class Catalog
{
    private const DynamicallyAccessedMemberTypes Properties = DynamicallyAccessedMemberTypes.PublicProperties;

    /// <summary>Lines of one section. Their types are in the folder <c>Files/(area)/(title)</c>.</summary>
    private static CatalogEntry[] Section(string area, string title, CatalogEntry[] lines)
    {
        foreach (CatalogEntry line in lines)
        {
            (line.Area, line.Section) = (area, title);
        }

        return lines;
    }

    /// <summary>An entry that captures take despite its effects.</summary>
    private static CatalogEntry Captured(CatalogEntry entry)
    {
        entry.IsAlwaysCaptured = true;
        return entry;
    }

    private static TaskEntry Process(string pattern, string description) => new(ProcKind.Process, pattern, description, typeof(ProcessInfo));

    private static TaskEntry Thread(string pattern, string description, string? since = null) =>
        new(ProcKind.Thread, pattern, description, typeof(ThreadInfo)) { Since = since };

    private static PathEntry Directory(string pattern, string description, ReadRule? reads = null, string? since = null) =>
        new(ProcKind.Directory, pattern, description) { ReadRule = reads ?? ReadRule.Any, Since = since };

    private static PathEntry Text(string pattern, string description, ReadEffects effects = ReadEffects.None) =>
        new(ProcKind.Text, pattern, description) { Effects = effects };

    private static PathEntry Binary(string pattern, string description, ReadEffects effects = ReadEffects.None, ReadRule? reads = null, string? since = null) =>
        new(ProcKind.Binary, pattern, description) { Effects = effects, ReadRule = reads ?? ReadRule.Any, Since = since };

    private static PathEntry Link(string pattern, string description, ReadRule? reads = null) =>
        new(ProcKind.Link, pattern, description) { ReadRule = reads ?? ReadRule.Any };

    /// <summary>A value that can be written. If its text is neither a number nor plain text, <paramref name="form"/> parses the value.</summary>
    private static ParameterEntry Parameter(
        string pattern,
        string description,
        Access access,
        ParameterForm? form = null,
        WriteRule? writes = null,
        ReadEffects effects = ReadEffects.None,
        string? since = null) =>
        new(pattern, description, access, form ?? ParameterForm.Plain) { WriteRule = writes, Effects = effects, Since = since };

    private static TypedRecord<T> Record<[DynamicallyAccessedMembers(Properties)] T>(
        string pattern,
        string description,
        ReadEffects effects = ReadEffects.None,
        ReadRule? reads = null,
        string? since = null)
        where T : class, IRecord<T> =>
        new(pattern, description) { Effects = effects, ReadRule = reads ?? ReadRule.Any, Since = since };

    private static OwnTable<T> Table<[DynamicallyAccessedMembers(Properties)] T>(
        string pattern,
        string description,
        ReadEffects effects = ReadEffects.None,
        ReadRule? reads = null,
        string? since = null)
        where T : class, ITable<T> =>
        new(ProcKind.Table, pattern, description) { Effects = effects, ReadRule = reads ?? ReadRule.Any, Since = since };

    /// <summary>A table with one row for each NUL-terminated entry.</summary>
    private static OwnTable<T> EntryRows<[DynamicallyAccessedMembers(Properties)] T>(
        string pattern,
        string description,
        ReadEffects effects = ReadEffects.None,
        ReadRule? reads = null)
        where T : class, ITable<T> =>
        new(ProcKind.Table, pattern, description) { Effects = effects, ReadRule = reads ?? ReadRule.Any, EndsEntriesWithNul = true };

    /// <summary>A table with one row a line.</summary>
    private static LinesTable<T> Lines<[DynamicallyAccessedMembers(Properties)] T>(
        string pattern,
        string description,
        ReadEffects effects = ReadEffects.None,
        string? since = null)
        where T : class, ILine<T>, IRow<T> =>
        new(pattern, description) { Effects = effects, Since = since };

    /// <summary>A folder of uniform items, each of which is a row.</summary>
    private static OwnTable<T> Folder<[DynamicallyAccessedMembers(Properties)] T>(string pattern, string description, ReadRule? reads = null, string? since = null)
        where T : class, ITable<T> =>
        new(ProcKind.Directory, pattern, description) { ReadRule = reads ?? ReadRule.Any, Since = since };

    /// <summary>A row of a folder of rows, identified by its name.</summary>
    private static RowEntry Row<[DynamicallyAccessedMembers(Properties)] T>(string pattern, string description, ReadRule? reads = null, string? since = null)
        where T : class =>
        new(pattern, description, typeof(T)) { ReadRule = reads ?? ReadRule.Any, Since = since };
}
