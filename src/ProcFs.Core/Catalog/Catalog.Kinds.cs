using System.Diagnostics.CodeAnalysis;
using ProcFs.IO;

namespace ProcFs;

/// <content>The kinds of entry, as the lines of the table name them.</content>
public static partial class Catalog
{
    private static CatalogEntry Process(string pattern, string description) => new(ProcKind.Process, pattern, description)
    {
        ItemType = typeof(ProcessInfo),
    };

    private static CatalogEntry Thread(string pattern, string description) => new(ProcKind.Thread, pattern, description)
    {
        ItemType = typeof(ThreadInfo),
    };

    private static CatalogEntry Directory(string pattern, string description, Access access = Access.Read) =>
        new(ProcKind.Directory, pattern, description, access);

    private static CatalogEntry Text(string pattern, string description, Access access = Access.Read) =>
        new(ProcKind.Text, pattern, description, access);

    private static CatalogEntry Binary(string pattern, string description, Access access = Access.Read) =>
        new(ProcKind.Binary, pattern, description, access);

    private static CatalogEntry Raw(string pattern, string description, Access access) =>
        new(ProcKind.Binary, pattern, description, access);

    private static CatalogEntry Link(string pattern, string description, Access access = Access.Read) =>
        new(ProcKind.Link, pattern, description, access);

    /// <summary>A value that can be written. Where its text is no number and no plain text, <paramref name="value"/> makes the value of it.</summary>
    private static CatalogEntry Parameter(string pattern, string description, Access access, RecordParser<object?>? value = null, Func<object, string?>? format = null) =>
        new(ProcKind.Parameter, pattern, description, access) { ItemType = typeof(KernelParameter), ParseValue = value, FormatValue = format };

    /// <summary>A value of several lines, each an object. It is written as a whole: a line for each.</summary>
    private static CatalogEntry ParameterLines<T>(string pattern, string description, Access access, LineParser<T> parse, string expected)
        where T : class =>
        new(ProcKind.Parameter, pattern, description, access)
        {
            ItemType = typeof(KernelParameter),
            ParseValue = (text, source) => LineTable.ParseAll(text, source, parse, expected),
            IsValueOfLines = true,
        };

    /// <summary>Text whose entries a NUL ends, since they may hold newlines.</summary>
    private static CatalogEntry Entries(string pattern, string description) =>
        new(ProcKind.Text, pattern, description) { EndsEntriesWithNul = true };

    /// <summary>A table with one row for each entry that a NUL ends.</summary>
    private static CatalogEntry EntryRows<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(
        string pattern,
        string description,
        RowReader<T> read,
        Func<T, string> name)
        where T : class =>
        Rows(ProcKind.Table, pattern, description, read, name, endsEntriesWithNul: true);

    private static CatalogEntry Record<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(
        string pattern,
        string description,
        RecordParser<T> parse)
        where T : class =>
        new(ProcKind.Record, pattern, description) { ItemType = typeof(T), Parse = parse };

    private static CatalogEntry Table<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(
        string pattern,
        string description,
        RowReader<T> read,
        Func<T, string> name)
        where T : class =>
        Rows(ProcKind.Table, pattern, description, read, name);

    /// <summary>A table with one row a line. <paramref name="expected"/> says what a line holds, for the error about one that does not.</summary>
    private static CatalogEntry Lines<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(
        string pattern,
        string description,
        LineParser<T> parse,
        string expected,
        Func<T, string> name)
        where T : class =>
        Rows(ProcKind.Table, pattern, description, LineTable.ReaderOf(parse, expected), name);

    /// <inheritdoc cref="Lines{T}(string, string, LineParser{T}, string, Func{T, string})"/>
    private static CatalogEntry Lines<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(
        string pattern,
        string description,
        NumberedLineParser<T> parse,
        string expected,
        Func<T, string> name)
        where T : class =>
        Rows(ProcKind.Table, pattern, description, LineTable.ReaderOf(parse, expected), name);

    /// <summary>One row of a folder of rows, whose name tells what it is.</summary>
    private static CatalogEntry Row<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(string pattern, string description)
        where T : class =>
        new(ProcKind.Row, pattern, description) { ItemType = typeof(T) };

    private static CatalogEntry Folder<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(
        string pattern,
        string description,
        RowReader<T> read,
        Func<T, string> name)
        where T : class =>
        Rows(ProcKind.Directory, pattern, description, read, name);

    private static CatalogEntry Rows<T>(
        ProcKind kind,
        string pattern,
        string description,
        RowReader<T> read,
        Func<T, string> name,
        bool endsEntriesWithNul = false)
        where T : class =>
        new(kind, pattern, description)
        {
            ItemType = typeof(T),
            ReadRows = (source, emit) => read(source, emit),
            NameOf = row => name((T)row),
            EndsEntriesWithNul = endsEntriesWithNul,
        };
}
