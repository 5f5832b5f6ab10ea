using System.Globalization;
using ProcFs.Interop;
using ProcFs.IO;

namespace ProcFs;

/// <summary>
/// Opens the file behind a link of a process. A process can put anything there at any time: a pipe, whose opening blocks forever, a terminal, or a device that acts
/// when it is opened. Therefore the target is first held without opening it (O_PATH), examined, and opened only if it is a stored regular file.
/// </summary>
internal static class RegularFile
{
    /// <summary>Opens the file for reading.</summary>
    /// <param name="process">The process that has it open.</param>
    /// <param name="link">The link, relative to the directory of the process.</param>
    /// <param name="status">The attributes of the file.</param>
    /// <param name="target">The current or former path, as the kernel shows it.</param>
    /// <exception cref="ProcException">There is no such link, following it is denied, or it does not lead to a stored file.</exception>
    public static Descriptor Open(ProcessDirectory process, string link, out Statx status, out byte[] target)
    {
        using Descriptor held = Descriptor.Open(process.Handle, link, OpenFlags.Path, out Errno error) ?? throw process.Failure(error, link);
        string path = $"{process.Path}/{link}";
        Check(held.StatSelf(out status), process, link);
        Refuse(path, status.Kind, held);

        // The link of the held descriptor leads to the examined file, whatever the process has put in its place since.
        Descriptor? proc = process.Root.OwnProcessId is null ? null : process.Root.Handle;
        string own = string.Create(CultureInfo.InvariantCulture, $"{(proc is null ? "/proc/" : "")}self/fd/{held.Number}");
        var text = new ReadBuffer(NativeName.StackSize);
        Check(text.ReadLink(proc, own), process, link);
        target = text.Bytes.ToArray();
        Descriptor opened = Descriptor.Open(proc, own, OpenFlags.Reading | OpenFlags.KeepAccessTime, out _)
            ?? Descriptor.Open(proc, own, OpenFlags.Reading, out error)
            ?? throw process.Failure(error, link);
        if (opened.StatSelf(out Statx now) == Errno.None && now.IsSameFile(status) && now.Kind == FileKind.Regular)
        {
            status = now;
            return opened;
        }

        opened.Dispose();
        throw new ProcException(ProcErrorKind.NotFound, path, $"{path}: it now leads to another file.");
    }

    /// <summary>An object that is not a readable file.</summary>
    public static ProcException NoFile(string path, FileDescriptorType type) => new(
        ProcErrorKind.NotSupported,
        path,
        $"{path}: it is not open on a regular file ({type}).{(type is FileDescriptorType.Directory ? "" : " Reading a terminal, pipe or socket would take data away from the process.")}");

    private static void Refuse(string path, FileKind kind, Descriptor held)
    {
        if (kind != FileKind.Regular)
        {
            throw NoFile(path, LinkTargets.TypeOf(kind));
        }

        if (KernelFileSystems.NameOf(held.FileSystemType()) is { } name)
        {
            throw new ProcException(
                ProcErrorKind.NotSupported,
                path,
                $"{path}: it is open on a kernel file ({name}): reading it could block, or consume data that the process needs.");
        }
    }

    private static void Check(Errno error, ProcessDirectory process, string link)
    {
        if (error != Errno.None)
        {
            throw process.Failure(error, link);
        }
    }
}
