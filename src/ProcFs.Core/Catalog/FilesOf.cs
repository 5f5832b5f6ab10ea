namespace ProcFs;

/// <summary>The files and folders that contain objects of a type, found in the catalog once.</summary>
/// <typeparam name="T">The type.</typeparam>
internal static class FilesOf<T>
    where T : class
{
    private const string Net = "net/";

    private static readonly CatalogEntry[] s_all =
        [.. Catalog.All.Where(entry => entry is RecordEntry or TableEntry && entry.ItemType == typeof(T))];

    /// <summary>The files of a process, or of each of its threads.</summary>
    public static CatalogEntry[] OfProcess { get; } = [.. s_all.Where(entry => entry.IsOfProcess)];

    /// <summary>The files of the machine. The network files of a process are also available for the reading process.</summary>
    public static CatalogEntry[] OfMachine { get; } =
        [.. s_all.Where(entry => !entry.IsOfProcess || (!entry.IsOfThread && entry.File.StartsWith(Net, StringComparison.Ordinal)))];

    /// <summary>The single file of <paramref name="files"/> to read, relative to their folder.</summary>
    /// <param name="files">One of the lists of this class.</param>
    /// <param name="name">The last part of the path, if that is a pattern or several files have the type.</param>
    /// <exception cref="InvalidOperationException">There is no such file, or the choice is ambiguous.</exception>
    public static string NameOf(CatalogEntry[] files, string? name)
    {
        string[] matching = [.. RequireAny(files).Select(entry => WithLast(entry.File, name)).OfType<string>()];
        return matching.Length == 1
            ? matching[0]
            : throw new InvalidOperationException($"{typeof(T).Name} is in several files: specify the last part of one of {string.Join(", ", files.Select(entry => entry.Pattern))}.");
    }

    /// <summary>The list, which is not empty.</summary>
    /// <exception cref="InvalidOperationException">The list is empty: the type belongs to the machine and not to processes, or vice versa.</exception>
    public static CatalogEntry[] RequireAny(CatalogEntry[] files) => files.Length > 0
        ? files
        : throw new InvalidOperationException($"{typeof(T).Name} cannot be read here, only from {string.Join(", ", s_all.Select(entry => entry.Pattern))}.");

    // "fdinfo/<fd>" needs a name; "status" needs none, and accepts its own.
    private static string? WithLast(string file, string? name)
    {
        int start = file.LastIndexOf('/') + 1;
        bool isOpen = file[start] == '<';
        return isOpen ? name is null ? null : file[..start] + name : name is null || file[start..] == name ? file : null;
    }
}
