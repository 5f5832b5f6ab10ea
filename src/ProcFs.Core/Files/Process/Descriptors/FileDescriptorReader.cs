using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs;

/// <summary>
/// Reads <c>/proc/&lt;pid&gt;/fd</c> with a listing and one readlink per descriptor. The type of a path needs a stat, which is called once for each path of a mount
/// namespace.
/// </summary>
internal sealed partial class FileDescriptorReader
{
    private readonly ProcessDirectory _process;
    private readonly FileDescriptorFilter _filter;
    private readonly Func<FileDescriptor, bool> _emit;
    private string? _name;
    private DescriptorDetails? _details;
    private ulong? _mountNamespace;
    private bool _isStopped;

    private FileDescriptorReader(ProcessDirectory process, FileDescriptorFilter filter, Func<FileDescriptor, bool> emit)
    {
        _process = process;
        _filter = filter;
        _emit = emit;
    }

    /// <summary>Reads the descriptors that the filter selects; returns the error if the process cannot be read.</summary>
    public static Errno Read(ProcessDirectory process, FileDescriptorFilter filter, Func<FileDescriptor, bool> emit)
    {
        var reader = new FileDescriptorReader(process, filter, emit);
        if (filter is { IncludesMapped: true, Numbers: null })
        {
            reader.ReadUses();
        }

        if (reader._isStopped)
        {
            return Errno.None;
        }

        if (filter.Numbers is { } numbers)
        {
            return reader.ReadNumbers(numbers);
        }

        return process.Root.IsLive ? reader.ReadAll() : reader.ReadSorted();
    }

    private Errno ReadAll()
    {
        DirectoryReader folder = _process.Scope.Directory;
        Errno error = folder.Open(_process.Handle, "fd\0"u8);
        if (error != Errno.None)
        {
            return error;
        }

        try
        {
            bool any = false;
            while (!_isStopped && folder.Next(out error))
            {
                any = true;

                // Listing needs fewer privileges than reading the links: root may be allowed one but not the other.
                if (Number.TryInt32(folder.Name, out int number)
                    && ReadOne(folder.File, folder.TerminatedName, number) is (Errno.EACCES or Errno.EPERM) and var denied)
                {
                    return denied;
                }
            }

            return error == Errno.None && !any ? Errno.ENODATA : error;
        }
        finally
        {
            folder.Close();
        }
    }

    // The kernel lists descriptors in their order; the file system of a capture has its own order.
    private Errno ReadSorted()
    {
        List<int> numbers = ProcRoot.ReadIds(_process.Handle, "fd", out Errno error);
        return error == Errno.None ? ReadNumbers(numbers) : error;
    }

    private Errno ReadNumbers(IReadOnlyList<int> numbers)
    {
        bool any = false;
        foreach (int number in numbers)
        {
            Errno error = ReadOne(_process.Handle.File, _process.Scope.NameOf("fd/"u8, number), number);
            if (error is Errno.EACCES or Errno.EPERM)
            {
                return error;
            }

            any |= error == Errno.None;
            if (_isStopped)
            {
                break;
            }
        }

        return any ? Errno.None : Errno.ENODATA;
    }

    private Errno ReadOne(OpenFile directory, ReadOnlySpan<byte> name, int number)
    {
        ReadBuffer link = _process.Scope.File;
        Errno error = _process.IsSelf && OwnDescriptors.Contains(number) ? Errno.ENOENT : _process.Root.IsLive ? link.ReadLink(directory, name) : link.ReadCapturedLink(directory, name);
        if (error == Errno.None && _process.IsSelf && OwnDescriptors.Contains(number))
        {
            error = Errno.ENOENT;
        }

        if (error != Errno.None)
        {
            return error;
        }

        Take(directory, name, FileLink.Of(number), Resolve(link.Bytes, directory, name));
        return Errno.None;
    }

    private void Take(OpenFile directory, ReadOnlySpan<byte> name, in FileLink link, LinkTarget target)
    {
        if (!_isStopped && _filter.Accepts(target.Text, target.Type, target.IsDeleted) && IsSelected(directory, name, link, target))
        {
            _name ??= ProcessIdentity.ReadName(_process) ?? "";
            _isStopped = !_emit(_filter.IsDetailed
                ? (_details ??= new DescriptorDetails(_process, _filter.EndsIn)).Read(name, directory, _name, link, target)
                : new FileDescriptor(_process, _name, link, target));
        }
    }

    private LinkTarget Resolve(ReadOnlySpan<byte> text, OpenFile directory, ReadOnlySpan<byte> name)
    {
        LinkTargets known = _process.Scope.Targets;
        if (text is not [(byte)'/', ..])
        {
            return known.OfObject(text);
        }

        ulong mountNamespace = MountNamespace;
        if (known.TryFind(text, mountNamespace, out LinkTarget target))
        {
            return target;
        }

        Statx? file = Stat(directory, name);
        return known.OfPath(text, mountNamespace, file, DeletedMark.IsOn(_process, text, file));
    }

    private Statx? Stat(OpenFile directory, ReadOnlySpan<byte> name) =>
        _process.Root.KnowsTargets && directory.Stat(name, followLink: true, out Statx file) == Errno.None ? file : null;

    // The inode of "mnt:[4026531841]"; if it cannot be read, the cache entries of this process are not shared.
    private ulong MountNamespace => _mountNamespace ??= ReadMountNamespace();

    private ulong ReadMountNamespace()
    {
        ReadBuffer buffer = _process.Scope.Identity;
        if (buffer.ReadLink(_process.Handle.File, "ns/mnt\0"u8) == Errno.None
            && buffer.Bytes is [(byte)'m', (byte)'n', (byte)'t', (byte)':', (byte)'[', .. var digits, (byte)']']
            && Number.TryUInt64(digits, out ulong inode))
        {
            return inode;
        }

        return ~(ulong)_process.ProcessId;
    }
}
