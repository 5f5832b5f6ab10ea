using ProcFs.Interop;
using ProcFs.IO;

namespace ProcFs;

/// <summary>The place that a path names: a live /proc, a folder laid out like it, or a capture.</summary>
internal sealed class RootPlace
{
    private const string ProcFolder = "proc";

    // "sosreport-host-2024-01-01/proc", with a folder or two above.
    private const int DeepestProc = 4;

    // Files that every /proc has; a folder with one of them is one.
    private static readonly string[] s_marks = ["stat", "meminfo", "version", "loadavg", "uptime", "cpuinfo", "cmdline", "kallsyms", "mounts", "self"];

    private RootPlace(string path, Descriptor folder, CaptureManifest? manifest)
    {
        Path = path;
        Folder = folder;
        Manifest = manifest;
    }

    /// <summary>The path of the root.</summary>
    public string Path { get; }

    /// <summary>The root.</summary>
    public Descriptor Folder { get; }

    /// <summary>The manifest of a capture; null without one.</summary>
    public CaptureManifest? Manifest { get; }

    /// <summary>Whether it is a mounted proc file system.</summary>
    public bool IsLive { get; private init; }

    /// <summary>Opens it.</summary>
    /// <exception cref="ProcException">It does not exist, access is denied, or it is no capture.</exception>
    public static RootPlace Open(string path)
    {
        // The C library is not called for an archive, so that it can be read on other systems.
        if (ArchiveFile.HasEnding(path) && IsFile(path))
        {
            return OpenArchive(path);
        }

        return OperatingSystem.IsLinux() ? OpenNative(path) : OpenManaged(path);
    }

    /// <summary>Opens a folder without calls of the C library of Linux.</summary>
    public static RootPlace OpenManaged(string path)
    {
        if (IsFile(path))
        {
            return OpenArchive(path);
        }

#pragma warning disable RS0030 // This is the path of a capture, on a system without /proc.
        if (!Directory.Exists(path))
#pragma warning restore RS0030
        {
            throw ProcException.FromError(Errno.ENOENT, path);
        }

        string folder = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));
        var above = CapturedNode.Of(new ManagedFolder(System.IO.Path.GetDirectoryName(folder) ?? folder));
        return OfFolder(folder, name => CapturedNode.Of(new ManagedFolder(System.IO.Path.Combine(folder, name))), above)
            ?? new RootPlace(folder, Descriptor.Of(CapturedNode.Of(new ManagedFolder(folder))), null);
    }

    private static RootPlace OpenNative(string path)
    {
        var folder = Descriptor.Open(null, path + "/", OpenFlags.Path, out Errno error);
        if (folder is null)
        {
            throw error == Errno.ENOTDIR
                ? new ProcException(ProcErrorKind.NotFound, path, $"{path}: it is neither a folder nor an archive with the ending .tar, .tar.gz or .tar.zst.")
                : ProcException.FromError(error, path);
        }

        if (folder.FileSystemType() == Libc.PROC_SUPER_MAGIC)
        {
            return new RootPlace(path, folder, null) { IsLive = true };
        }

        var above = Descriptor.Open(folder, "..", OpenFlags.Path, out _);
        if (OfFolder(path, NodeIn, above is null ? null : CapturedNode.Of(new NativeFolder(above))) is { } capture)
        {
            return capture;
        }

        Descriptor? inner = LooksLikeProc(NodeIn(".")!) ? null : Descriptor.Open(folder, ProcFolder + "/", OpenFlags.Path, out _);
        return inner is null
            ? new RootPlace(path, folder, null)
            : new RootPlace($"{path}/{ProcFolder}", inner, null) { IsLive = inner.FileSystemType() == Libc.PROC_SUPER_MAGIC };

        CapturedNode? NodeIn(string name) => Descriptor.Open(folder, name + "/", OpenFlags.Path, out _) is { } place ? CapturedNode.Of(new NativeFolder(place)) : null;
    }

    // The manifest is beside the folder proc, and either path names the capture.
    private static RootPlace? OfFolder(string path, Func<string, CapturedNode?> nodeIn, CapturedNode? above)
    {
        if (nodeIn(".") is { } here && here.Children().TryGetValue(CaptureManifest.FileName, out CapturedNode? inside) && nodeIn(ProcFolder) is { } proc)
        {
            return WithManifest($"{path}/{ProcFolder}", proc, inside, path);
        }

        string name = path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
        return name == ProcFolder && above?.Children().TryGetValue(CaptureManifest.FileName, out CapturedNode? beside) == true && nodeIn(".") is { } root
            ? WithManifest(path, root, beside, path)
            : null;
    }

    private static RootPlace OpenArchive(string path)
    {
        using Stream stream = ArchiveFile.OpenRead(path);
        CapturedNode root = new CapturedArchive(path).Load(stream);
        CapturedNode proc = FindProc(root)
            ?? throw new ProcException(ProcErrorKind.NotFound, path, $"{path}: the archive has no folder laid out like /proc.");
        CapturedNode above = proc.Parent ?? proc;
        return above.Children().TryGetValue(CaptureManifest.FileName, out CapturedNode? manifest)
            ? WithManifest(path, proc.Detach(), manifest, path)
            : new RootPlace(path, Descriptor.Of(proc.Detach()), null);
    }

    private static RootPlace WithManifest(string path, CapturedNode root, CapturedNode file, string shown)
    {
        CaptureManifest manifest = CaptureJson.Parse(file.Content, shown);
        var denied = new HashSet<string>();
        foreach (CaptureGap gap in manifest.Denied)
        {
            denied.UnionWith(gap.Processes.Count == 0 ? gap.Files : gap.Processes.SelectMany(id => gap.Files.Select(name => $"{id}/{name}")));
        }

        var targets = new Dictionary<string, Statx>();
        foreach (CapturedTarget target in manifest.Targets)
        {
            foreach (string link in target.Links)
            {
                targets[link] = target.ToStatx();
            }
        }

        root.Answers = new CapturedAnswers(denied, targets);
        return new RootPlace(path, Descriptor.Of(root), manifest);
    }

    private static CapturedNode? FindProc(CapturedNode root)
    {
        IEnumerable<CapturedNode> level = [root];
        for (int depth = 0; depth <= DeepestProc; depth++)
        {
            CapturedNode[] folders = [.. level];
            if (Array.Find(folders, node => node.Name == ProcFolder) is { } named)
            {
                return named;
            }

            if (Array.Find(folders, LooksLikeProc) is { } found)
            {
                return found;
            }

            level = folders.SelectMany(folder => folder.Children().Values).Where(node => node.Kind == FileKind.Directory);
        }

        return null;
    }

    private static bool LooksLikeProc(CapturedNode folder) =>
        Array.Exists(s_marks, folder.Children().ContainsKey) || folder.Children().Values.Any(child => child.Kind == FileKind.Directory && child.Name.All(char.IsAsciiDigit));

    private static bool IsFile(string path)
    {
#pragma warning disable RS0030 // This is the path of a capture.
        return File.Exists(path);
#pragma warning restore RS0030
    }
}
