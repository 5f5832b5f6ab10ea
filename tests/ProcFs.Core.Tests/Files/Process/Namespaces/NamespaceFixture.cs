using ProcFs.Tree;

namespace ProcFs;

/// <summary>Process 4242 of the fixture, from which this family of files is read.</summary>
internal static class NamespaceFixture
{
    public const int ProcessId = 4242;

    public static ProcRoot Root => new(Path.Combine(AppContext.BaseDirectory, "fixtures", "6.18-x86_64-namespace", "proc"));

    /// <summary>The rows of a file of the process, read according to the catalog.</summary>
    public static T[] Rows<T>()
        where T : class, IRow<T> =>
        [.. Outcomes<T>(Root, ProcessId).Select(outcome => outcome.Item ?? throw outcome.Error!)];

    /// <summary>The results of reading a file of a process, as in a cmdlet.</summary>
    public static Outcome<T>[] Outcomes<T>(ProcRoot root, int processId)
        where T : class, IRow<T> =>
        [.. root.Processes(processId).Rows<T>(cancellation: TestContext.Current.CancellationToken)];

    /// <summary>The item at a path of the drive.</summary>
    public static object Item(string path) => new ProcTree(Root).Get(path).GetItem();

    /// <summary>The bytes of a text without characters above U+00FF.</summary>
    public static byte[] Bytes(string text) => System.Text.Encoding.Latin1.GetBytes(text);

    /// <summary>The result of reading a file with the given text.</summary>
    public static (List<T> Rows, List<ProcException> Errors) Read<T>(string file, byte[] text)
        where T : class
    {
        string folder = Directory.CreateTempSubdirectory("procfs-").FullName;
        try
        {
            string process = Path.Combine(folder, "7");
            Directory.CreateDirectory(process);
            File.WriteAllText(Path.Combine(process, "stat"), "7 (seven) S 1 7 7 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 0 0 0 0\n");
            File.WriteAllBytes(Path.Combine(process, file), text);
            var rows = new List<T>();
            var errors = new List<ProcException>();
            var table = (IContainerNode)new ProcTree(new ProcRoot(folder)).Get($"7/{file}");
            table.ReadChildren(null, node => rows.Add((T)node.GetItem()), errors.Add, CancellationToken.None);
            return (rows, errors);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
