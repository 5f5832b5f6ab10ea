using ProcFs.Interop;

namespace ProcFs;

/// <content>Where the file cannot be read though the process is there: captures and other kernels may lack it, or forbid it.</content>
public sealed partial class ProcessStatus
{
    // The reason why all fields are null; null if the file was read.
    private UnavailableReason? _reason;
    private UnavailableReason? _whyWithoutStart;

    /// <summary>Whether the file could not be read.</summary>
    internal bool IsMissing => _reason is not null;

    /// <summary>Reads the file of an existing process or thread; if that fails, the fields are null, with the reason in <see cref="Unavailable"/>.</summary>
    /// <exception cref="ProcException">Reads the sockets of network namespaces, each through a process in it, or by entering it.</exception>
    internal static ProcessStatus ReadOrMissing(ProcessDirectory process)
    {
        var source = new ProcSource(process, "status");
        Errno error = process.ReadRecord("status\0"u8, out ReadOnlySpan<byte> text);
        try
        {
            return error == Errno.None ? Parse(text, source) : Missing(process, UnavailableFields.ReasonOf(error, process) ?? (process.Root.IsLive ? UnavailableReason.NotOnThisKernel : UnavailableReason.NotInCapture));
        }
        catch (ProcException failure) when (failure.Kind is ProcErrorKind.Malformed or ProcErrorKind.NotFound)
        {
            return Missing(process, UnavailableReason.Malformed);
        }
    }

    private static ProcessStatus Missing(ProcessDirectory process, UnavailableReason reason)
    {
        // A process that ends between the reading of two files is treated as ended if the second cannot be read.
        bool hasEnded = process.Root.IsLive && process.Handle.Stat("stat\0"u8, followLink: false, out _) != Errno.None;
        return hasEnded
            ? throw process.Failure(Errno.ESRCH, "status")
            : new ProcessStatus { ProcessId = process.ProcessId, ThreadId = process.ThreadId ?? process.ProcessId, Comm = "", Name = "", _reason = reason };
    }
}
