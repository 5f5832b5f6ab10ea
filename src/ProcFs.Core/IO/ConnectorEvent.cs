using System.Runtime.InteropServices;
using ProcFs.Interop;

namespace ProcFs.IO;

/// <summary>
/// An event of the process connector: struct nlmsghdr, struct cn_msg, and struct proc_event of include/uapi/linux/cn_proc.h. Ids are those of the initial
/// namespaces.
/// </summary>
internal readonly record struct ConnectorEvent
{
    private const int MessageOffset = 16;
    private const int EventOffset = 36;
    private const int DataOffset = EventOffset + 16;
    private const int NameSize = 16;

    // Exit events have the parent since Linux 4.18.
    private const int ExitParentOffset = 20;

    public required ConnectorEventKind Kind { get; init; }

    /// <summary>The time, in nanoseconds of CLOCK_MONOTONIC.</summary>
    public required long Nanoseconds { get; init; }

    /// <summary>The process; that of <see cref="ConnectorEventKind.Fork"/> is the child.</summary>
    public int ProcessId { get; init; }

    /// <summary>The thread of the process; the first one has the id of the process.</summary>
    public int ThreadId { get; init; }

    /// <summary>The parent of a process that starts or ends; 0 if the kernel does not tell.</summary>
    public int ParentProcessId { get; init; }

    /// <summary>The new real user or group id.</summary>
    public uint RealId { get; init; }

    /// <summary>The new effective user or group id.</summary>
    public uint EffectiveId { get; init; }

    /// <summary>The wait status, as wait(2) returns it.</summary>
    public int WaitStatus { get; init; }

    /// <summary>The new name of a thread; null for other events.</summary>
    public byte[]? Name { get; init; }

    /// <summary>The number of an answered request.</summary>
    public int Request { get; init; }

    /// <summary>The error of an answered request.</summary>
    public Errno Error { get; init; }

    /// <summary>Whether it is of the process as a whole, or of its first thread.</summary>
    public bool IsOfProcess => ProcessId == ThreadId;

    /// <summary>Parses a message; false if it is shorter than its kind, or of another connector.</summary>
    public static bool TryParse(ReadOnlySpan<byte> message, out ConnectorEvent result)
    {
        result = default;
        if (message.Length < DataOffset + sizeof(int)
            || MemoryMarshal.Read<int>(message[MessageOffset..]) != 1
            || MemoryMarshal.Read<int>(message[(MessageOffset + 4)..]) != 1)
        {
            return false;
        }

        var kind = (ConnectorEventKind)MemoryMarshal.Read<uint>(message[EventOffset..]);
        ReadOnlySpan<byte> data = message[DataOffset..];
        if (data.Length < SizeOf(kind))
        {
            return false;
        }

        var common = new ConnectorEvent { Kind = kind, Nanoseconds = MemoryMarshal.Read<long>(message[(EventOffset + 8)..]) };
        result = kind switch
        {
            ConnectorEventKind.Answer => common with { Request = MemoryMarshal.Read<int>(message[(MessageOffset + 12)..]), Error = (Errno)Word(data, 0) },
            ConnectorEventKind.Fork => common with { ParentProcessId = Word(data, 1), ThreadId = Word(data, 2), ProcessId = Word(data, 3) },
            _ => OfProcess(common with { ThreadId = Word(data, 0), ProcessId = Word(data, 1) }, data),
        };
        return true;
    }

    private static ConnectorEvent OfProcess(in ConnectorEvent common, ReadOnlySpan<byte> data) => common.Kind switch
    {
        ConnectorEventKind.UserIds or ConnectorEventKind.GroupIds => common with { RealId = (uint)Word(data, 2), EffectiveId = (uint)Word(data, 3) },
        ConnectorEventKind.Name => common with { Name = NameIn(data.Slice(8, NameSize)) },
        ConnectorEventKind.Exit => common with
        {
            WaitStatus = Word(data, 2),
            ParentProcessId = data.Length >= ExitParentOffset + sizeof(int) ? Word(data, 5) : 0,
        },
        _ => common,
    };

    private static int SizeOf(ConnectorEventKind kind) => kind switch
    {
        ConnectorEventKind.Answer => sizeof(int),
        ConnectorEventKind.Fork or ConnectorEventKind.UserIds or ConnectorEventKind.GroupIds or ConnectorEventKind.Exit => 4 * sizeof(int),
        ConnectorEventKind.Name => 8 + NameSize,
        _ => 2 * sizeof(int),
    };

    private static byte[] NameIn(ReadOnlySpan<byte> field) => field[..(field.IndexOf((byte)0) is var end and >= 0 ? end : field.Length)].ToArray();

    private static int Word(ReadOnlySpan<byte> data, int index) => MemoryMarshal.Read<int>(data[(index * sizeof(int))..]);
}
