using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs.Recovery;

/// <summary>
/// The folder for restored files. A file is written under a temporary name, and gets its final name when it is complete and on disk. No name can lead out of the
/// folder.
/// </summary>
internal sealed class RecoveryFolder : IDisposable
{
    private const int MostNames = 10_000;

    // NAME_MAX (limits.h), in bytes.
    private const int LongestName = 255;

    private readonly Descriptor _folder;
    private readonly string _path;
    private readonly HashSet<string> _written = [];
    private readonly List<string> _made;

    private RecoveryFolder(Descriptor folder, string path, List<string> made)
    {
        Warning = FolderSafety.WarningOf(folder, path);
        _folder = folder;
        _path = path;
        _made = made;
    }

    /// <summary>A description of the other users who can write to the folder; null if there are none.</summary>
    public string? Warning { get; }

    /// <summary>Opens the folder, or creates it for the current user alone.</summary>
    /// <exception cref="ProcException">It cannot be created or entered.</exception>
    public static RecoveryFolder Open(string path)
    {
        List<string> made = MissingFolders(path);
        try
        {
            foreach (string part in Enumerable.Reverse(made).Append(path))
            {
                Make(part);
            }
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            ProcErrorKind kind = error is UnauthorizedAccessException ? ProcErrorKind.AccessDenied : ProcErrorKind.Io;
            throw new ProcException(kind, path, $"{path}: the folder cannot be created. {error.Message}") { IsOfWriting = true };
        }

        var folder = Descriptor.Open(null, path + "/", OpenFlags.ReadOnly, out Errno errno);
        return folder is null ? throw ProcException.FromError(errno, path) : new RecoveryFolder(folder, path, made);
    }

    /// <summary>The name here of a file with this path: the last component.</summary>
    public static string NameFor(string path)
    {
        string name = path[(path.LastIndexOf('/') + 1)..];
        return name is "" or "." or ".." ? "file" : name;
    }

    /// <summary>Creates a file with a temporary name.</summary>
    /// <exception cref="ProcException">It cannot be created.</exception>
    public Descriptor Create(out string temporaryName)
    {
        temporaryName = $".{Guid.NewGuid():n}.partial";
        var file = Descriptor.Open(_folder, temporaryName, OpenFlags.WriteOnly | OpenFlags.Create | OpenFlags.Exclusive, out Errno error);
        if (error is Errno.EACCES or Errno.EPERM)
        {
            throw new ProcException(ProcErrorKind.AccessDenied, _path, $"{_path}: permission denied. Choose a folder that you can write to.");
        }

        return file ?? throw ProcException.FromCopy(error, _path);
    }

    /// <summary>Gives a file its final name, with a number if that is taken; returns the path.</summary>
    /// <param name="temporaryName">The current name.</param>
    /// <param name="name">The final name.</param>
    /// <param name="overwrites">Whether a file that existed before this run is replaced.</param>
    /// <exception cref="ProcException">It cannot be renamed.</exception>
    public string Keep(string temporaryName, string name, bool overwrites)
    {
        for (int number = 0; number < MostNames; number++)
        {
            string candidate = number == 0 ? name : Numbered(name, number);
            bool mayReplace = overwrites && !_written.Contains(candidate);
            Errno error = Rename(temporaryName, candidate, mayReplace);
            if (error == Errno.None)
            {
                _written.Add(candidate);
                _ = Libc.fsync(_folder.Number);
                return PathOf(candidate);
            }

            if (error != Errno.EEXIST)
            {
                throw ProcException.FromCopy(error, PathOf(candidate));
            }
        }

        throw new ProcException(ProcErrorKind.Io, PathOf(name), $"{PathOf(name)}: too many files with this name.") { IsOfWriting = true };
    }

    /// <summary>Removes an incomplete file.</summary>
    public unsafe void Discard(string temporaryName)
    {
        var name = new NativeName(temporaryName, stackalloc byte[NativeName.StackSize]);
        fixed (byte* path = name.Terminated)
        {
            _ = Libc.unlinkat(_folder.Number, path, 0);
        }
    }

    /// <summary>Removes the folders that were created for files of which none was restored.</summary>
    /// <returns>Whether the folder was removed.</returns>
    public bool RemoveUnused()
    {
        if (_written.Count > 0 || _made.Count == 0)
        {
            return false;
        }

        try
        {
#pragma warning disable RS0030 // The folder of the rescued files is none of /proc.
            _made.ForEach(Directory.Delete);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Another user or program has put something there.
        }

        return true;
    }

    public string PathOf(string name) => Path.Join(_path, name);

    public void Dispose() => _folder.Dispose();

    private static void Make(string folder)
    {
        if (OperatingSystem.IsLinux())
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
#pragma warning restore RS0030
        }
    }

    // The missing folders, innermost first.
    private static List<string> MissingFolders(string path)
    {
        var missing = new List<string>();
        for (string? folder = Path.GetFullPath(path); folder is not null && !Path.Exists(folder); folder = Path.GetDirectoryName(folder))
        {
            missing.Add(folder);
        }

        return missing;
    }

    // A long name loses its last characters to make room for the number.
    private static string Numbered(string name, int number)
    {
        string suffix = $".{number}";
        while (LosslessText.Encode(name).Length + suffix.Length > LongestName)
        {
            name = name[..^(char.IsLowSurrogate(name[^1]) && name.Length > 1 && char.IsHighSurrogate(name[^2]) ? 2 : 1)];
        }

        return name + suffix;
    }

    private unsafe Errno Rename(string from, string to, bool mayReplace)
    {
        var source = new NativeName(from, stackalloc byte[NativeName.StackSize]);
        var target = new NativeName(to, stackalloc byte[NativeName.StackSize]);
        fixed (byte* old = source.Terminated, name = target.Terminated)
        {
            Errno error = mayReplace ? RenameOver(old, name) : RenameUnlessTaken(old, name);
            if (mayReplace || error is not (Errno.EINVAL or Errno.ENOSYS))
            {
                return error;
            }

            // Some file systems, such as NFS, cannot rename without replacing; a link never replaces.
            if (Libc.linkat(_folder.Number, old, _folder.Number, name, 0) < 0)
            {
                return Libc.LastError;
            }

            _ = Libc.unlinkat(_folder.Number, old, 0);
            return Errno.None;
        }
    }

    private unsafe Errno RenameOver(byte* from, byte* to) => Libc.renameat(_folder.Number, from, _folder.Number, to) == 0 ? Errno.None : Libc.LastError;

    private unsafe Errno RenameUnlessTaken(byte* from, byte* to)
    {
        try
        {
            return Libc.renameat2(_folder.Number, from, _folder.Number, to, Libc.RENAME_NOREPLACE) == 0 ? Errno.None : Libc.LastError;
        }
        catch (EntryPointNotFoundException)
        {
            // musl before 1.2.6.
            return Errno.ENOSYS;
        }
    }
}
