using ProcFs.Grammar;
using ProcFs.Text;

namespace ProcFs;

/// <content>From the columns of a line.</content>
public sealed partial class TcpSocket
{
    private bool IsWithoutSocket => State is TcpState.TimeWait or TcpState.SynReceived or TcpState.NewSynReceived;

    // "12:"
    private static bool TrySlot(ReadOnlySpan<byte> value, ProcSource source, out int slot) => Number.TryInt32(value.TrimEnd((byte)':'), out slot);

    private static bool TryAddress(ReadOnlySpan<byte> value, ProcSource source, out string? address) => SocketAddress.TryAddress(value, source, out address);

    private static bool TryPort(ReadOnlySpan<byte> value, ProcSource source, out int? port) => SocketAddress.TryPort(value, source, out port);

    private static bool TryState(ReadOnlySpan<byte> value, ProcSource source, out TcpState? state)
    {
        bool parsed = Value.TryHex(value, source, out int number);
        state = Enum.IsDefined((TcpState)number) ? (TcpState)number : TcpState.Unknown;
        return parsed;
    }

    private static bool TryTimer(ReadOnlySpan<byte> value, ProcSource source, out TcpTimer? timer)
    {
        bool parsed = TryFirst(value, source, out long? number);
        timer = (TcpTimer)Math.Min(number ?? 0, int.MaxValue);
        return parsed && Enum.IsDefined(timer.Value);
    }

    private static bool TryWhen(ReadOnlySpan<byte> value, ProcSource source, out TimeSpan? time)
    {
        bool parsed = TrySecond(value, source, out long? ticks);
        time = source.Root.Facts.FromTicks((ulong)(ticks ?? 0));
        return parsed;
    }

    // "00000000:00000012"
    private static bool TryFirst(ReadOnlySpan<byte> value, ProcSource source, out long? first)
    {
        bool parsed = Value.TryHex(value[..Math.Max(value.IndexOf((byte)':'), 0)], source, out long number);
        first = number;
        return parsed;
    }

    private static bool TrySecond(ReadOnlySpan<byte> value, ProcSource source, out long? second)
    {
        bool parsed = Value.TryHex(value[(value.IndexOf((byte)':') + 1)..], source, out long number);
        second = number;
        return parsed && value.Contains((byte)':');
    }

    private static bool TryKernelAddress(ReadOnlySpan<byte> value, ProcSource source, out ulong? address)
    {
        bool parsed = Value.TryHex(value, source, out ulong number);
        address = number == 0 ? null : number;
        return parsed;
    }

    // The last bit is the pingpong mode.
    private static bool TryQuick(ReadOnlySpan<byte> value, ProcSource source, out int? count)
    {
        bool parsed = Number.TryInt32(value, out int number);
        count = number >> 1;
        return parsed;
    }

    private static bool TryPingPong(ReadOnlySpan<byte> value, ProcSource source, out bool? isInteractive)
    {
        bool parsed = Number.TryInt32(value, out int number);
        isInteractive = (number & 1) != 0;
        return parsed;
    }

    // -1 stands for one that is not known yet.
    private bool TryThreshold(ReadOnlySpan<byte> value, ProcSource source, out long? segments)
    {
        bool parsed = Number.TryInt64(value, out long number);
        segments = number < 0 || State == TcpState.Listen ? null : number;
        return parsed;
    }

    private bool TryFastOpen(ReadOnlySpan<byte> value, ProcSource source, out long? requests)
    {
        bool parsed = Number.TryInt64(value, out long number);
        requests = State == TcpState.Listen ? number : null;
        return parsed;
    }

    private UnavailableReason? WhyMissing(string property, bool isFound) =>
        isFound || (IsWithoutSocket && IsOfSocket(property)) ? null : UnavailableReason.NotOnThisKernel;

    // The columns behind the address in the kernel.
    private static bool IsOfSocket(string property) => property
        is nameof(RetransmitTimeout) or nameof(AcknowledgeTimeout)
        or nameof(QuickAcknowledgements) or nameof(IsInteractive)
        or nameof(CongestionWindow) or nameof(SlowStartThreshold) or nameof(FastOpenQueueLimit);
}
