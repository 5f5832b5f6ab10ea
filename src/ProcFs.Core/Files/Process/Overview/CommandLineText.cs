using ProcFs.Interop;

namespace ProcFs;

/// <summary>The arguments of a process, and the reason if they are unexpectedly missing.</summary>
internal readonly record struct CommandLineText(string[] Arguments, UnavailableReason? Reason)
{
    /// <summary>Reads <c>cmdline</c>. If the first thread has exited, its file is empty, and that of a live thread is read.</summary>
    public static CommandLineText Read(ProcessDirectory process)
    {
        CommandLineText text = ReadOne(process);
        if (text.Arguments.Length > 0)
        {
            return text;
        }

        using ProcessDirectory? thread = process.OpenLivingThread();
        return thread is null ? text : ReadOne(thread);
    }

    private static CommandLineText ReadOne(ProcessDirectory process)
    {
        Errno error = process.Read("cmdline\0"u8, out ReadOnlySpan<byte> bytes);
        if (error != Errno.None)
        {
            return new CommandLineText([], UnavailableFields.ReasonOf(error, process));
        }

        string[] arguments = CommandLine.Parse(bytes);
        bool isGone = arguments.Length == 0 && process.Identity is null or { State: ProcessState.Zombie or ProcessState.Dead };
        return new CommandLineText(arguments, isGone ? UnavailableReason.Gone : null);
    }
}
