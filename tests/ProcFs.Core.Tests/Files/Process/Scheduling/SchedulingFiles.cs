using ProcFs.Text;
using ProcFs.Tree;

namespace ProcFs;

/// <summary>A /proc with files about scheduling, limits and security: the captured one, or one with a file that a test writes.</summary>
internal sealed class SchedulingFiles : IDisposable
{
    private const int WrittenId = 7;

    private readonly string _folder = Directory.CreateTempSubdirectory("procfs-").FullName;

    /// <summary>The capture. Process 4242 is complete; 4243 and 4244 have special cases.</summary>
    public static ProcRoot Captured { get; } = new(Path.Combine(AppContext.BaseDirectory, "fixtures", "6.18-x86_64-sched", "proc"));

    public static T Record<T>(int id)
        where T : class, IRecord<T> => Record<T>(Captured, id);

    public static List<T> Rows<T>(int id)
        where T : class, IRow<T> => Rows<T>(Captured, id);

    public static KernelParameter Parameter(int id, string file) =>
        Assert.IsType<KernelParameter>(new ProcTree(Captured).Get($"{id}/{file}").GetItem());

    /// <summary>The names of a table's rows on the drive.</summary>
    public static List<string> RowNames(int id, string file)
    {
        var names = new List<string>();
        var table = Assert.IsAssignableFrom<IContainerNode>(new ProcTree(Captured).Get($"{id}/{file}"));
        table.ReadChildren(null, node => names.Add(node.Name), error => throw error, CancellationToken.None);
        return names;
    }

    /// <summary>The record of a text whose characters are bytes.</summary>
    public T RecordOf<T>(string file, string text, string architecture = "x86_64")
        where T : class, IRecord<T>
    {
        Write(file, text, architecture);
        return Record<T>(new ProcRoot(_folder), WrittenId);
    }

    public List<T> RowsOf<T>(string file, string text)
        where T : class, IRow<T>
    {
        Write(file, text, "x86_64");
        return Rows<T>(new ProcRoot(_folder), WrittenId);
    }

    public KernelParameter ParameterOf(string file, string text)
    {
        Write(file, text, "x86_64");
        return Assert.IsType<KernelParameter>(new ProcTree(new ProcRoot(_folder)).Get($"{WrittenId}/{file}").GetItem());
    }

    /// <summary>The rows of a table with malformed lines, and the errors reported for those.</summary>
    public (int Rows, List<ProcException> Errors) RowsAndErrors(string file, string text)
    {
        Write(file, text, "x86_64");
        int rows = 0;
        var errors = new List<ProcException>();
        var table = Assert.IsAssignableFrom<IContainerNode>(new ProcTree(new ProcRoot(_folder)).Get($"{WrittenId}/{file}"));
        table.ReadChildren(null, _ => rows++, errors.Add, CancellationToken.None);
        return (rows, errors);
    }

    public ProcException Failure(string file, string text) =>
        Assert.Throws<ProcException>(() =>
        {
            Write(file, text, "x86_64");
            new ProcTree(new ProcRoot(_folder)).Get($"{WrittenId}/{file}").GetItem();
        });

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static T Record<T>(ProcRoot root, int id)
        where T : class, IRecord<T> => Assert.Single(Items(root.Processes([id]).Read<T>()));

    private static List<T> Rows<T>(ProcRoot root, int id)
        where T : class, IRow<T> => Items(root.Processes([id]).Rows<T>());

    private static List<T> Items<T>(IEnumerable<Outcome<T>> outcomes)
        where T : class => [.. outcomes.Select(outcome => outcome.Item ?? throw outcome.Error!)];

    private void Write(string file, string text, string architecture)
    {
        string path = Path.Combine(_folder, $"{WrittenId}", file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        Directory.CreateDirectory(Path.Combine(_folder, "sys/kernel"));
        File.WriteAllBytes(path, LosslessText.Encode(text));
        File.WriteAllText(Path.Combine(_folder, "sys/kernel/arch"), architecture + "\n");
    }
}
