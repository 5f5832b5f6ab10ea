using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs;

/// <summary>The identity of a process: its full name, and the start time that distinguishes it from others with its id.</summary>
internal sealed class ProcessIdentity
{
    // TASK_COMM_LEN without the NUL: a comm of this length may have been truncated.
    private const int LongestComm = 15;

    // The script, if any, is among these, after the interpreter and its options.
    private const int MostArguments = 4;

    private ProcessIdentity()
    {
    }

    public required string Name { get; init; }

    public required DateTimeOffset? StartTime { get; init; }

    /// <summary>The start time as the kernel counts it, in ticks after boot.</summary>
    public required ulong StartTicks { get; init; }

    public required bool IsKernelThread { get; init; }

    public required ProcessState State { get; init; }

    public required int Threads { get; init; }

    /// <summary>Reads it through the descriptor of the process; null if the process has ended.</summary>
    public static ProcessIdentity? Read(ProcessDirectory process)
    {
        ReadBuffer buffer = process.Scope.Identity;
        return buffer.ReadRecord(process.Handle, "stat\0"u8) == Errno.None ? Parse(process, buffer.Bytes) : null;
    }

    /// <summary>Parses it from the text of <c>stat</c>; null if that is malformed.</summary>
    public static ProcessIdentity? Parse(ProcessDirectory process, ReadOnlySpan<byte> stat)
    {
        if (!StatLine.TryParse(stat, out StatLine line))
        {
            return null;
        }

        bool isKernelThread = line.IsKernelThread;
        ulong startTicks = line.UInt64(StatLine.StartTime);
        ProcessState state = ProcessStates.Of(line.State);
        int threads = (int)line.UInt64(StatLine.Threads);
        return new ProcessIdentity
        {
            Name = NameOf(process, line.Comm, isKernelThread),
            StartTime = process.Root.Facts.AfterBoot(startTicks),
            StartTicks = startTicks,
            IsKernelThread = isKernelThread,
            State = state,
            Threads = threads,
        };
    }

    /// <summary>Whether the kernel may have cut the name.</summary>
    public static bool MayBeCut(ReadOnlySpan<byte> comm) => comm.Length == LongestComm;

    /// <summary>The full name of the process, or the name of a thread, from the name in <c>stat</c>.</summary>
    public static string NameOf(ProcessDirectory process, ReadOnlySpan<byte> comm, bool isKernelThread)
    {
        bool mayBeCut = MayBeCut(comm) && !isKernelThread && process.ThreadId is null;
        return mayBeCut ? FullName(process, process.Scope.Identity, comm.ToArray()) : process.Scope.Names.Intern(comm);
    }

    /// <summary>Only the name of the process, with the fewest reads.</summary>
    public static string? ReadName(ProcessDirectory process) => ReadName(process, out _);

    /// <inheritdoc cref="ReadName(ProcessDirectory)"/>
    /// <param name="process">The process.</param>
    /// <param name="cut">The name as the kernel has it, by which pgrep finds it.</param>
    public static string? ReadName(ProcessDirectory process, out string? cut)
    {
        ReadBuffer buffer = process.Scope.Identity;
        if (buffer.ReadRecord(process.Handle, "comm\0"u8) != Errno.None)
        {
            return cut = process.Identity?.Name;
        }

        // comm is raw and ends with the newline that the kernel adds.
        ReadOnlySpan<byte> comm = buffer.Bytes.EndsWith("\n"u8) ? buffer.Bytes[..^1] : buffer.Bytes;
        cut = process.Scope.Names.Intern(comm);
        return MayBeCut(comm) ? FullName(process, buffer, comm.ToArray()) : cut;
    }

    // As in Get-Process: the file name of the first argument, or of a later one for a script. The exe link has more information, but is not readable by everyone,
    // and a name must not depend on the reader.
    private static string FullName(ProcessDirectory process, ReadBuffer buffer, byte[] comm)
    {
        if (buffer.ReadFile(process.Handle, "cmdline\0"u8) == Errno.None)
        {
            ReadOnlySpan<byte> text = buffer.Bytes.TrimEnd((byte)0);
            if (!text.Contains((byte)0))
            {
                return process.Scope.Names.Intern(NameInTitle(text, comm));
            }

            var arguments = new FieldScanner(text);
            for (int i = 0; i < MostArguments; i++)
            {
                ReadOnlySpan<byte> name = FileName(arguments.NextUntil(0));
                if (name.StartsWith(comm))
                {
                    return process.Scope.Names.Intern(name);
                }
            }
        }

        return process.Scope.Names.Intern(comm);
    }

    // A process that overwrites its arguments with a title separates them by spaces: the name ends at the first one after the part in comm.
    private static ReadOnlySpan<byte> NameInTitle(ReadOnlySpan<byte> title, byte[] comm)
    {
        int start = title.StartsWith(comm) ? 0 : title.IndexOf([(byte)'/', .. comm]) + 1;
        if (start == 0 && !title.StartsWith(comm))
        {
            return comm;
        }

        ReadOnlySpan<byte> rest = title[(start + comm.Length)..];
        int end = rest.IndexOfAny((byte)' ', (byte)'/');
        return end switch
        {
            < 0 => title[start..],
            _ when rest[end] == '/' => NameInTitle(rest[end..], comm),
            _ => title.Slice(start, comm.Length + end),
        };
    }

    private static ReadOnlySpan<byte> FileName(ReadOnlySpan<byte> path) => path[(path.LastIndexOf((byte)'/') + 1)..];
}
