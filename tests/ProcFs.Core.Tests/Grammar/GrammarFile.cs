using ProcFs.Fixtures;

namespace ProcFs.Grammar;

/// <summary>A file written by a test, and its content according to a grammar.</summary>
internal static class GrammarFile
{
    public static ProcSource Source { get; } = Sources.Of("file");

    /// <summary>Bytes with one for each character.</summary>
    public static byte[] Bytes(string text) => Sources.Latin1(text);

    /// <summary>The rows of a file, and its reported errors.</summary>
    public static (List<T> Rows, List<ProcException> Errors) Read<T>(string text, Action<ProcSource, Func<T, bool>> read, int most = int.MaxValue)
    {
        using var root = new TemporaryRoot();
        var rows = new List<T>();
        var errors = new List<ProcException>();
        root.Write("file", text);
        read(new ProcSource(root.Root, "file") { Report = errors.Add }, row =>
        {
            rows.Add(row);
            return rows.Count < most;
        });
        return (rows, errors);
    }

    /// <summary>Bytes that no kernel writes, the same in every run.</summary>
    public static IEnumerable<string> Hostile()
    {
        var random = new Random(20260101);
        string[] parts = ["\n", "\0", ":", " ", "\t", "=", "CPU0", "name", "key1", "tx rx", "+1", "-", "9999999999999999999999", "\u00ff", "size: 5 kB\n", "a:b\n", "x: y\nx: 1\n"];
        for (int i = 0; i < 500; i++)
        {
            yield return string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => parts[random.Next(parts.Length)]));
        }
    }
}
