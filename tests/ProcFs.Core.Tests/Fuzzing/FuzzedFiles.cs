using System.Diagnostics;
using System.Reflection;
using ProcFs.Fixtures;
using ProcFs.Text;

namespace ProcFs.Fuzzing;

/// <summary>
/// Every file of the catalog with objects, with its captured content. A mutation is written to the file and read in the usual way, and all properties of the object
/// are evaluated.
/// </summary>
internal sealed class FuzzedFiles : IDisposable
{
    private const string Process = "4711";
    private const int MostAllocated = 4 * 1024 * 1024;
    private const int MostAllocatedForByte = 2000;
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(10);

    // A file system in memory if there is one, because each mutation is written to a file.
    private readonly TemporaryRoot _root = Directory.Exists("/dev/shm") ? new($"/dev/shm/procfs-{Guid.NewGuid():n}") : new();
    private readonly Dictionary<Type, MethodInfo[]> _getters = [];
    private readonly (CatalogEntry Entry, string Path, byte[][] Seeds)[] _files;

    public FuzzedFiles()
    {
        byte[][] all = [.. Captured().Select(file => file.Bytes)];
        ILookup<string, byte[]> known = Captured().Where(file => file.Pattern is not null).ToLookup(file => file.Pattern!, file => file.Bytes);
        _files = [.. Catalog.All
            .Where(entry => entry is RecordEntry || entry is TableEntry { IsFolder: false })
            .Select(entry => (entry, PathOf(entry), known[entry.Pattern].Any() ? known[entry.Pattern].ToArray() : all))];
        _root.Write($"{Process}/stat", File.ReadAllBytes("/proc/self/stat"));
        _root.Write("stat", File.ReadAllBytes("/proc/stat"));
    }

    /// <summary>The number of files.</summary>
    public int Count => _files.Length;

    /// <summary>Mutates a file and reads it; returns the failure, or null.</summary>
    public string? Try(int number, int seed)
    {
        var random = new Random(seed);
        (CatalogEntry entry, string path, byte[][] seeds) = _files[number % _files.Length];
        byte[][] others = _files[random.Next(_files.Length)].Seeds;
        byte[] bytes = new Mutator(random).Mutate(seeds[random.Next(seeds.Length)], others[random.Next(others.Length)]);
        _root.Write(path, bytes);
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        long start = Stopwatch.GetTimestamp();
        string? failure = null;
        try
        {
            Read(entry, path);
        }
        catch (ProcException)
        {
            // The regular way to report unreadable content.
        }
#pragma warning disable CA1031 // What is looked for is anything else.
        catch (Exception error)
#pragma warning restore CA1031
        {
            failure = $"{error}";
        }

        failure ??= Stopwatch.GetElapsedTime(start) > s_longest ? "it took too long" : null;
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        failure ??= allocated > MostAllocated + ((long)bytes.Length * MostAllocatedForByte) ? $"{allocated} bytes were allocated" : null;
        return failure is null ? null : $"{entry.Pattern}, seed {seed}: {failure}\n{DisplayText.Escape(LosslessText.Decode(bytes))}";
    }

    public void Dispose() => _root.Dispose();

    private void Read(CatalogEntry entry, string path)
    {
        ProcException? reported = null;
        using ProcessDirectory? process = entry.IsOfProcess ? ProcessDirectory.Open(_root.Root, 4711, new IO.ReadScope(), out _) : null;
        string name = path[(entry.IsOfProcess ? Process.Length + 1 : 0)..];
        ProcSource source = process is null
            ? new ProcSource(_root.Root, name, new IO.ReadScope()) { Report = error => reported = error }
            : new ProcSource(process, name) { Report = error => reported = error };
        if (entry is RecordEntry record)
        {
            Ask(record.Parse(source.ReadAll(source.Scope.File), source));
        }
        else
        {
            var table = (TableEntry)entry;
            table.ReadRows(source, row =>
            {
                _ = table.NameOf(row);
                Ask(row);
                return true;
            });
        }

        _ = reported?.Message;
    }

    private void Ask(object item)
    {
        if (!_getters.TryGetValue(item.GetType(), out MethodInfo[]? getters))
        {
            getters = [.. item.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.GetIndexParameters().Length == 0)
                .Select(property => property.GetMethod!)];
            _getters[item.GetType()] = getters;
        }

        foreach (MethodInfo getter in getters)
        {
            _ = $"{getter.Invoke(item, null)}";
        }

        _ = item.ToString();
    }

    // "<pid>/net/dev_snmp6/<device>" is written to 4711/net/dev_snmp6/1.
    private static string PathOf(CatalogEntry entry) => string.Join('/', entry.Pattern.Split('/').Select((segment, index) =>
        segment == "<pid>" && index == 0 ? Process : segment.StartsWith('<') || segment == "**" ? "1" : segment));

    private static IEnumerable<(string? Pattern, byte[] Bytes)> Captured()
    {
        string fixtures = Path.Combine(AppContext.BaseDirectory, "fixtures");
        foreach (string file in Directory.EnumerateFiles(fixtures, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            string[] segments = Path.GetRelativePath(fixtures, file).Split('/');
            byte[] bytes = File.ReadAllBytes(file);
            if (segments is [_, "proc", .. var rest])
            {
                // A part of a long file can be mutated like the whole, and is read faster.
                yield return (Catalog.Find(string.Join('/', rest))?.Pattern, bytes[..Math.Min(bytes.Length, 4096)]);
            }
        }
    }
}
