using System.Globalization;
using ProcFs.IO;

#pragma warning disable RS0030 // The captures are files of the user, not of /proc.

namespace ProcFs;

/// <summary>A black box recorder: captures whose names hold the time, of which the newest are kept.</summary>
public sealed class CaptureRing
{
    private const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";

    private readonly string _folder;
    private readonly string _stem;
    private readonly string _ending;
    private readonly int _keep;

    /// <param name="path">The path of the captures, to which the time is added before the ending.</param>
    /// <param name="keep">The number of captures to keep.</param>
    public CaptureRing(string path, int keep)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentOutOfRangeException.ThrowIfLessThan(keep, 1);
        _folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? "/";
        string name = Path.GetFileName(path.TrimEnd('/'));
        int dot = ArchiveFile.HasEnding(name) ? name.LastIndexOf(".t", StringComparison.OrdinalIgnoreCase) : name.Length;
        (_stem, _ending, _keep) = (name[..dot], name[dot..], keep);
    }

    /// <summary>The captures of the ring, oldest first.</summary>
    public IReadOnlyList<string> Captures =>
    [
        .. new DirectoryInfo(_folder).EnumerateFileSystemInfos($"{_stem}-*{_ending}").Where(entry => IsOfRing(entry.Name)).Select(entry => entry.FullName).Order(StringComparer.Ordinal),
    ];

    /// <summary>The path of a capture that is taken now.</summary>
    public string PathAt(DateTimeOffset time) =>
        Path.Combine(_folder, $"{_stem}-{time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture)}{_ending}");

    /// <summary>Removes the oldest captures beyond the number to keep.</summary>
    public void Trim()
    {
        foreach (string old in Captures.SkipLast(_keep))
        {
            if (File.Exists(old))
            {
                File.Delete(old);
            }
            else
            {
                FolderTarget.Remove(old);
            }
        }
    }

    /// <summary>Takes captures until it is cancelled.</summary>
    /// <param name="interval">The time between the starts of two.</param>
    /// <param name="save">Takes a capture with this path.</param>
    /// <param name="cancellation">Ends it.</param>
    public void Run(TimeSpan interval, Action<string> save, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(save);
        using var timer = new PeriodicTimer(interval);
        do
        {
            cancellation.ThrowIfCancellationRequested();
            save(PathAt(DateTimeOffset.UtcNow));
            Trim();
        }
        while (timer.WaitForNextTickAsync(cancellation).AsTask().GetAwaiter().GetResult());
    }

    private bool IsOfRing(string name) =>
        name.Length > _stem.Length + 1 + _ending.Length
        && DateTime.TryParseExact(name[(_stem.Length + 1)..(name.Length - _ending.Length)], TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
