using System.Text;
using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs;

/// <summary>Takes the files of processes, each through one descriptor, so that none is a mixture of two. An instance belongs to one thread.</summary>
internal sealed class ProcessCapture
{
    // Files in which threads of a process differ; the others show what they share.
    private static readonly string[] s_ofThreads =
    [
        "attr/current", "cgroup", "children", "comm", "io", "sched", "schedstat", "stack", "stat", "status", "syscall", "wchan",
    ];

    private static readonly string[] s_links = ["cwd", "exe", "root"];

    private readonly ProcRoot _root;
    private readonly CaptureOptions _options;
    private readonly CaptureNotes _notes;
    private readonly ReadScope _scope = new();
    private readonly string[] _files;
    private readonly string[] _threadFiles;
    private readonly CaptureChoice _choice;
    private CaptureBatch _batch = null!;

    public ProcessCapture(ProcRoot root, CaptureOptions options, CaptureChoice choice, CaptureNotes notes)
    {
        (_root, _options, _choice, _notes) = (root, options, choice, notes);
        _files = [.. FilesOf(choice)];
        _threadFiles = [.. s_ofThreads.Where(file => choice.Takes(["1", "task", "1", .. file.Split('/')], Catalog.Find($"1/task/1/{file}")))];
    }

    /// <summary>Takes a process; false if it has ended meanwhile, or another has its id.</summary>
    public bool Take(int id, CaptureBatch batch)
    {
        _batch = batch;
        using var process = ProcessDirectory.Open(_root, id, _scope, out _);
        if (process?.Identity is not { } identity)
        {
            return false;
        }

        string path = $"{id}";
        batch.Add(Encoding.ASCII.GetBytes(path), FileKind.Directory, Statx.ReadableFolder);
        TakeAll(process, path, _files, id);
        if (Takes(path, "task"))
        {
            TakeThreads(process, identity, path);
        }

        return ProcessIdentity.Read(process) is { } now && now.StartTicks == identity.StartTicks;
    }

    private static IEnumerable<string> FilesOf(CaptureChoice choice) => Catalog.All
        .Where(entry => entry.IsOfProcess && !entry.IsOfThread && entry.Kind is not (ProcKind.Directory or ProcKind.Link) && !entry.File.Contains('<') && !entry.File.Contains('*')
            && !entry.File.StartsWith("net/", StringComparison.Ordinal) && !entry.File.StartsWith("ns/", StringComparison.Ordinal))
        .Where(entry => choice.Takes(["1", .. entry.File.Split('/')], entry))
        .Select(entry => entry.File);

    private void TakeThreads(ProcessDirectory process, ProcessIdentity identity, string path)
    {
        // If the first thread has exited, its files are empty; those of the process are then read of another.
        bool isLeftBehind = identity is { State: ProcessState.Zombie, Threads: > 1 };
        foreach (int id in process.ReadThreadIds(out _))
        {
            using ProcessDirectory? thread = process.OpenThread(id, out _);
            if (thread is not null)
            {
                string folder = $"{path}/task/{id}";
                bool isWhole = isLeftBehind && id != process.ProcessId;
                _batch.Add(Encoding.ASCII.GetBytes(folder), FileKind.Directory, Statx.ReadableFolder);
                if (isWhole)
                {
                    TakeAll(thread, folder, _files, process.ProcessId);
                    isLeftBehind = false;
                }
                else
                {
                    TakeFiles(thread, folder, _threadFiles, process.ProcessId);
                }
            }
        }
    }

    private void TakeAll(ProcessDirectory process, string path, string[] files, int id)
    {
        TakeFiles(process, path, files, id);
        foreach (string link in s_links)
        {
            TakeLink(process, path, link, id, isTargetKept: true);
        }

        foreach (string folder in (string[])["fd", "map_files", "ns"])
        {
            if (Takes(path, folder))
            {
                TakeLinks(process, path, folder, id);
            }
        }

        if (Takes(path, "fdinfo"))
        {
            TakeInfos(process, path, id);
        }
    }

    private bool Takes(string path, string name) => !_choice.Excludes([.. path.Split('/'), name]);

    private void TakeFiles(ProcessDirectory process, string path, string[] files, int id)
    {
        foreach (string file in files)
        {
            Errno error = _scope.File.ReadFile(process.Handle, file);
            if (error is Errno.EACCES or Errno.EPERM)
            {
                Deny(path, file, id);
            }
            else if (error == Errno.None)
            {
                Add($"{path}/{file}", ContentOf(file));
            }
        }
    }

    private ReadOnlySpan<byte> ContentOf(string file)
    {
        if (file == "status")
        {
            _notes.AddAccounts(_scope.File.Bytes);
        }

        return file == "environ" && _options.Environment != CapturedEnvironment.Whole ? MaskedEnvironment.Of(_scope.File.Bytes) : _scope.File.Bytes;
    }

    private void TakeLinks(ProcessDirectory process, string path, string folder, int id)
    {
        List<string>? names = Names(process, folder, path, id);
        foreach (string name in names ?? [])
        {
            if (folder != "fd" || !IsOwn(process, name))
            {
                TakeLink(process, path, $"{folder}/{name}", id, isTargetKept: folder != "ns");
            }
        }
    }

    private void TakeInfos(ProcessDirectory process, string path, int id)
    {
        foreach (string name in Names(process, "fdinfo", path, id) ?? [])
        {
            if (!IsOwn(process, name) && _scope.File.ReadFile(process.Handle, $"fdinfo/{name}") == Errno.None)
            {
                Add($"{path}/fdinfo/{name}", _scope.File.Bytes);
            }
        }
    }

    private List<string>? Names(ProcessDirectory process, string folder, string path, int id)
    {
        DirectoryReader reader = _scope.Directory;
        var name = new NativeName(folder, stackalloc byte[NativeName.StackSize]);
        Errno error = reader.Open(process.Handle, name.Terminated);
        if (error is Errno.EACCES or Errno.EPERM)
        {
            Deny(path, folder, id);

            // The number of descriptors is shown even so.
            if (folder == "fd" && process.Handle.Stat("fd\0"u8, followLink: false, out Statx count) == Errno.None)
            {
                _notes.AddTarget($"{path}/fd", count);
            }
        }

        if (error != Errno.None)
        {
            return null;
        }

        var names = new List<string>();
        while (reader.Next(out error))
        {
            names.Add(LosslessText.Decode(reader.Name));
        }

        reader.Close();
        _batch.Add(Encoding.ASCII.GetBytes($"{path}/{folder}"), FileKind.Directory, Statx.ReadableFolder);
        return names;
    }

    private void TakeLink(ProcessDirectory process, string path, string link, int id, bool isTargetKept)
    {
        var name = new NativeName(link, stackalloc byte[NativeName.StackSize]);
        Errno error = _scope.File.ReadLink(process.Handle.File, name.Terminated);
        if (error is Errno.EACCES or Errno.EPERM)
        {
            Deny(path, link, id);
            return;
        }

        if (error != Errno.None)
        {
            return;
        }

        ReadOnlySpan<byte> target = _scope.File.Bytes;
        _batch.Add(LosslessText.Encode($"{path}/{link}"), FileKind.Link, Statx.ReadableFile, target);
        bool isSuffixed = DeletedSuffix.IsAtEndOf(target);
        if (isTargetKept && (isSuffixed || link.StartsWith("fd/", StringComparison.Ordinal))
            && process.Handle.Stat(name.Terminated, followLink: true, out Statx file) == Errno.None)
        {
            _notes.AddTarget($"{path}/{link}", file);
            if (isSuffixed && !DeletedMark.IsOn(process, target, file))
            {
                _notes.AddName(target);
            }
        }
    }

    private static bool IsOwn(ProcessDirectory process, string name) => process.IsSelf && int.TryParse(name, out int number) && OwnDescriptors.Contains(number);

    private void Deny(string path, string file, int id)
    {
        string[] segments = path.Split('/');
        _notes.AddDenied(id, segments.Length > 1 ? $"task/<tid>/{file}" : file);
    }

    private void Add(string path, ReadOnlySpan<byte> content) => _batch.Add(LosslessText.Encode(path), FileKind.Regular, Statx.ReadableFile, content);
}
