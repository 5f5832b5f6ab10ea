using ProcFs.Interop;
using ProcFs.Text;

namespace ProcFs;

/// <summary>Reads the wait states of threads. The files of a thread are read one after another, so a thread that ran on a CPU meanwhile is read again.</summary>
internal sealed class ThreadWaitReader
{
    private const int MostAttempts = 4;

    private readonly ProcessDirectory _thread;
    private readonly string _processName;
    private readonly Action<ProcException> _report;
    private UnavailableFields _missing;
    private UnavailableReason? _hidden;

    private ThreadWaitReader(ProcessDirectory thread, string processName, Action<ProcException> report)
    {
        _thread = thread;
        _processName = processName;
        _report = report;
    }

    /// <summary>Reads the threads of one process. A missing thread is an error if it and the process were named.</summary>
    public static Errno ReadAll(
        ProcessDirectory process,
        IReadOnlyList<int>? threadIds,
        bool isNamed,
        Action<ThreadWait> emit,
        Action<ProcException> report)
    {
        Errno error = Errno.None;
        foreach (int threadId in threadIds ?? process.ReadThreadIds(out error))
        {
            using ProcessDirectory? thread = process.OpenThread(threadId, out _);
            if (thread is not null && new ThreadWaitReader(thread, process.Name, report).Read() is { } wait)
            {
                emit(wait);
            }
            else if (threadIds is not null && isNamed && process.Identity is null)
            {
                return Errno.ESRCH;
            }
            else if (threadIds is not null && isNamed)
            {
                SafeText message = $"Process {process.ProcessId} ({process.Name}) has no thread {threadId}.";
                report(new ProcException(ProcErrorKind.NotFound, $"{process.Path}/task/{threadId}", message));
            }
        }

        return error;
    }

    private ThreadWait? Read()
    {
        ThreadWait? wait = null;
        for (int attempt = 0; attempt < MostAttempts; attempt++)
        {
            ulong? before = ReadTimeSlices();
            wait = ReadOnce();
            if (wait is null || before is null || ReadTimeSlices() == before)
            {
                break;
            }
        }

        return wait;
    }

    private ThreadWait? ReadOnce()
    {
        if (_thread.ReadRecord("stat\0"u8, out ReadOnlySpan<byte> text) != Errno.None || !StatLine.TryParse(text, out StatLine stat))
        {
            return null;
        }

        ProcessState state = ProcessStates.Of(stat.State);
        DateTimeOffset? startTime = _thread.Root.Facts.AfterBoot(stat.UInt64(StatLine.StartTime));
        string name = _thread.Scope.Names.Intern(stat.Comm);
        (_missing, _hidden) = (default, null);
        ProcessSystemCall? call = ReadCall();
        AddMalformed(call);
        bool isRunning = call?.IsRunning ?? state == ProcessState.Running;
        int? descriptor = DescriptorCalls.DescriptorOf(call?.Name, call?.Arguments);
        return new ThreadWait
        {
            ProcessId = _thread.ProcessId,
            ProcessName = _processName,
            ThreadId = _thread.ThreadId ?? _thread.ProcessId,
            ThreadName = name,
            StartTime = startTime,
            State = state,
            IsRunning = isRunning,
            WaitChannel = ReadWaitChannel(isHidden: call is null && !isRunning),
            SystemCall = call?.Name,
            SystemCallNumber = call?.Number,
            Arguments = call?.Arguments,
            Descriptor = descriptor,
            Target = descriptor is { } number ? ReadTarget(number) : null,
            StackPointer = call?.StackPointer,
            InstructionPointer = call?.InstructionPointer,
            Stack = ReadStack(),
            Unavailable = _missing.ToDictionary(),
        };
    }

    // Without permission to see the wait channel, the file looks like that of a running thread. The call cannot be read then either.
    private string? ReadWaitChannel(bool isHidden)
    {
        Errno error = _thread.Read("wchan\0"u8, out ReadOnlySpan<byte> text);
        string? channel = error == Errno.None ? (string?)ParameterValue.WaitChannel(text, new ProcSource(_thread, "wchan")) : null;
        if (channel is null)
        {
            _missing.Add(nameof(ThreadWait.WaitChannel), error == Errno.None && isHidden ? _hidden : UnavailableFields.ReasonOf(error, _thread));
        }

        return channel;
    }

    private ProcessSystemCall? ReadCall() => Readable([nameof(ThreadWait.SystemCall), nameof(ThreadWait.SystemCallNumber), nameof(ThreadWait.Arguments)], () =>
    {
        var source = new ProcSource(_thread, "syscall");
        return ProcessSystemCall.Parse(source.ReadRecord(_thread.Scope.File), source);
    });

    private void AddMalformed(ProcessSystemCall? call)
    {
        if (call is not null)
        {
            _missing.AddFrom(call.Unavailable, nameof(ThreadWait.SystemCallNumber), nameof(ProcessSystemCall.Number));
            _missing.AddFrom(call.Unavailable, nameof(ThreadWait.Arguments));
            _missing.AddFrom(call.Unavailable, nameof(ThreadWait.StackPointer));
            _missing.AddFrom(call.Unavailable, nameof(ThreadWait.InstructionPointer));
        }
    }

    private KernelStackFrame[]? ReadStack() => Readable([nameof(ThreadWait.Stack)], () =>
    {
        var frames = new List<KernelStackFrame>();
        KernelStackFrame.ReadRows(new ProcSource(_thread, "stack") { Report = _report }, ((Action<KernelStackFrame>)frames.Add).Always());
        return frames.ToArray();
    });

    private string? ReadTarget(int descriptor)
    {
        string? target = null;
        FileDescriptorReader.Read(_thread, new FileDescriptorFilter { Numbers = [descriptor] }, found => (target = found.Target) is null);
        return target;
    }

    // The third number of schedstat is the number of time slices. A kernel that does not count them writes 0.
    private ulong? ReadTimeSlices()
    {
        if (_thread.ReadRecord("schedstat\0"u8, out ReadOnlySpan<byte> text) != Errno.None)
        {
            return null;
        }

        var fields = new FieldScanner(text.TrimEnd((byte)'\n'));
        fields.Next();
        fields.Next();
        return Number.TryUInt64(fields.Next(), out ulong slices) ? slices : null;
    }

    private T? Readable<T>(string[] fields, Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (ProcException error)
        {
            if (error.Kind == ProcErrorKind.Malformed)
            {
                _report(error);
                return null;
            }

            UnavailableReason? reason = UnavailableFields.ReasonOf((Errno)error.ErrorNumber, _thread);
            _hidden ??= reason;
            foreach (string field in fields)
            {
                _missing.Add(field, reason);
            }

            return null;
        }
    }
}
