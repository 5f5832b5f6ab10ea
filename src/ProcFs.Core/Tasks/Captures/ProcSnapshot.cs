using ProcFs.IO;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>A capture of /proc that was taken: a folder or an archive that can be opened as a root.</summary>
public sealed class ProcSnapshot
{
    private ProcSnapshot(string path, long? size, CaptureManifest manifest)
    {
        (Capture, Size, TakenAt, Duration) = (path, size, manifest.TakenAt, manifest.Duration);
        (HostName, Kernel, Processes, Members) = (manifest.HostName, manifest.Kernel, manifest.Processes, manifest.Members);
        Vanished = manifest.Vanished.Count;
        Denied = manifest.Denied.SelectMany(gap => gap.Processes).Distinct().Count();
        Manifest = manifest;
    }

    /// <summary>The path of the folder or archive.</summary>
    [Unit(Unit.Path)] public string Capture { get; }

    /// <summary>The size of the archive, in bytes; null for a folder.</summary>
    [Unit(Unit.Bytes)] public long? Size { get; }

    /// <summary>The time at which it was begun.</summary>
    public DateTimeOffset TakenAt { get; }

    /// <summary>The time that it took.</summary>
    public TimeSpan Duration { get; }

    /// <summary>The name of the host; null if it is unknown.</summary>
    public string? HostName { get; }

    /// <summary>The release of the kernel; null if it is unknown.</summary>
    public string? Kernel { get; }

    /// <summary>The number of processes in it.</summary>
    public int Processes { get; }

    /// <summary>The number of files, folders and links in it.</summary>
    public int Members { get; }

    /// <summary>The number of processes of which files are missing, because the caller was not permitted to read them.</summary>
    public int Denied { get; }

    /// <summary>The number of processes that ended while they were read, and are not in it.</summary>
    public int Vanished { get; }

    /// <summary>All that the capture says of itself.</summary>
    public CaptureManifest Manifest { get; }

    internal static View View => new(
        typeof(ProcSnapshot),
        new(nameof(TakenAt), 19),
        new(nameof(Processes), 9),
        new(nameof(Members), 8),
        new(nameof(Size), 9),
        new(nameof(Duration), 12),
        new(nameof(Denied), 6),
        new(nameof(Capture)));

    /// <summary>Takes a capture.</summary>
    /// <param name="root">The /proc of the machine.</param>
    /// <param name="path">The path of an archive with the ending .tar, .tar.gz, .tgz or .tar.zst, or of a folder.</param>
    /// <param name="options">What to take.</param>
    /// <param name="progress">Receives the number of processes done, and of all.</param>
    /// <param name="report">Receives an error for each named process that does not exist.</param>
    /// <param name="cancellation">Cancels the capture; nothing is left of it.</param>
    /// <exception cref="ProcException">The capture exists, or cannot be written.</exception>
    public static ProcSnapshot Save(
        ProcRoot root,
        string path,
        CaptureOptions options,
        Action<int, int>? progress = null,
        Action<ProcException>? report = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(options);
        if (!root.IsLive)
        {
            throw new ProcException(ProcErrorKind.NotSupported, root.Path, $"{root.Path}: a capture is taken of a mounted /proc, and this is none.");
        }

        List<int> ids = IdsOf(root, options, report, cancellation);
        using ICaptureTarget target = ArchiveFile.HasEnding(path)
            ? new ArchiveTarget(path, options.Replaces, DateTimeOffset.UtcNow)
            : new FolderTarget(path.Length > 1 ? path.TrimEnd('/') : path, options.Replaces);
        try
        {
            using var writer = new SnapshotWriter(root, options);
            CaptureManifest manifest = writer.Write(ids, target, done => progress?.Invoke(done, ids.Count), cancellation);
            return new ProcSnapshot(path, target.Complete(CaptureJson.Format(manifest)), manifest);
        }
        catch (Exception error) when (error is UnauthorizedAccessException || (error is IOException and not ProcException))
        {
            throw new ProcException(ProcErrorKind.Io, path, $"{path}: {error.Message}") { IsOfWriting = true };
        }
    }

    /// <summary>The path of the capture.</summary>
    public override string ToString() => DisplayText.Escape(Capture);

    private static List<int> IdsOf(ProcRoot root, CaptureOptions options, Action<ProcException>? report, CancellationToken cancellation)
    {
        if (options.Processes is not { IsAll: false } selection)
        {
            return [.. root.EnumerateProcessIds()];
        }

        var ids = new List<int>();
        foreach (Outcome<ProcessSummary> outcome in ProcessSummary.Read(selection, new ReadSummary(), cancellation))
        {
            if (outcome.Item is { } process)
            {
                ids.Add(process.ProcessId);
            }
            else
            {
                report?.Invoke(outcome.Error!);
            }
        }

        return [.. ids.Distinct()];
    }
}
