namespace ProcFs.Fixtures;

/// <summary>A capture of one process, 4242, that maps files with difficult names, with all files about its memory.</summary>
public sealed class MemoryRoot() : FixtureRoot("6.18-x86_64-memory")
{
    public const int Id = 4242;

    /// <summary>A file of the process, read through the process.</summary>
    internal void Read(string file, Action<ProcSource> read, Action<ProcException>? report = null) => Read(Root, file, read, report);

    /// <summary>A file of process 4242 under another root.</summary>
    internal static void Read(ProcRoot root, string file, Action<ProcSource> read, Action<ProcException>? report = null)
    {
        using ProcessDirectory process = ProcessDirectory.Open(root, Id, new IO.ReadScope(), out _)!;
        read(new ProcSource(process, file) { Report = report ?? (error => throw error) });
    }
}
