using System.Globalization;
using ProcFs.Interop;
using ProcFs.IO;

namespace ProcFs;

/// <summary>
/// Opens the file behind a link of a process. A process can put anything there at any moment: a pipe, whose opening waits for ever, a terminal,
/// a device that acts when it is opened. So what the link leads to is held first without opening it (O_PATH), looked at, and opened only where it is
/// a regular file that somebody has stored.
/// </summary>
internal static class RegularFile
{
    /// <summary>Opens the file, to be read.</summary>
    /// <param name="process">The process that has it.</param>
    /// <param name="link">The link, relative to the folder of the process.</param>
    /// <param name="status">What the file is.</param>
    /// <param name="target">The path that it has or had, as the kernel shows it.</param>
    /// <exception cref="ProcException">There is no such link, it may not be followed, or it leads to what is no stored file.</exception>
    public static Descriptor Open(ProcessDirectory process, string link, out Statx status, out byte[] target)
    {
        using Descriptor held = Descriptor.Open(process.Handle, link, OpenFlags.Path, out Errno error) ?? throw process.Failure(error, link);
        string path = $"{process.Path}/{link}";
        Check(held.StatSelf(out status), process, link);
        Refuse(path, status.Kind, held);

        // The link of the held descriptor leads to the file that was looked at, whatever the process has put in its place by now.
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

    /// <summary>What is no file to be read.</summary>
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
