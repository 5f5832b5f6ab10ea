using ProcFs.Grammar;
using ProcFs.Text;

namespace ProcFs;

/// <summary>Columns that the files of internet sockets have in common.</summary>
internal static class SocketColumn
{
    // "12:"
    public static bool TrySlot(ReadOnlySpan<byte> value, out int slot) => Number.TryInt32(value.TrimEnd((byte)':'), out slot);

    public static bool TryState(ReadOnlySpan<byte> value, ProcSource source, out TcpState? state)
    {
        bool parsed = Value.TryHex(value, source, out int number);
        state = Enum.IsDefined((TcpState)number) ? (TcpState)number : TcpState.Unknown;
        return parsed;
    }

    // "00000000:00000012"
    public static bool TryFirst(ReadOnlySpan<byte> value, ProcSource source, out long? first)
    {
        bool parsed = Value.TryHex(value[..Math.Max(value.IndexOf((byte)':'), 0)], source, out long number);
        first = number;
        return parsed;
    }

    public static bool TrySecond(ReadOnlySpan<byte> value, ProcSource source, out long? second)
    {
        bool parsed = Value.TryHex(value[(value.IndexOf((byte)':') + 1)..], source, out long number);
        second = number;
        return parsed && value.Contains((byte)':');
    }

    public static bool TryKernelAddress(ReadOnlySpan<byte> value, ProcSource source, out ulong? address)
    {
        bool parsed = Value.TryHex(value, source, out ulong number);
        address = number == 0 ? null : number;
        return parsed;
    }
}
