using ProcFs.Text;

namespace ProcFs;

/// <content>From the columns of a line.</content>
public sealed partial class TcpSocket
{
    private bool IsWithoutSocket => State is TcpState.TimeWait or TcpState.SynReceived or TcpState.NewSynReceived;

    private static bool TrySlot(ReadOnlySpan<byte> value, ProcSource source, out int slot) => SocketColumn.TrySlot(value, out slot);

    private static bool TryAddress(ReadOnlySpan<byte> value, ProcSource source, out string? address) => SocketAddress.TryAddress(value, source, out address);

    private static bool TryPort(ReadOnlySpan<byte> value, ProcSource source, out int? port) => SocketAddress.TryPort(value, source, out port);

    private static bool TryState(ReadOnlySpan<byte> value, ProcSource source, out TcpState? state) =>
        SocketColumn.TryState(value, source, out state);

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

    private static bool TryFirst(ReadOnlySpan<byte> value, ProcSource source, out long? first) =>
        SocketColumn.TryFirst(value, source, out first);

    private static bool TrySecond(ReadOnlySpan<byte> value, ProcSource source, out long? second) =>
        SocketColumn.TrySecond(value, source, out second);

    private static bool TryKernelAddress(ReadOnlySpan<byte> value, ProcSource source, out ulong? address) =>
        SocketColumn.TryKernelAddress(value, source, out address);

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

    // -1: not known yet.
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

    // The columns after the address in the kernel.
    private static bool IsOfSocket(string property) => property
        is nameof(RetransmitTimeout) or nameof(AcknowledgeTimeout)
        or nameof(QuickAcknowledgements) or nameof(IsInteractive)
        or nameof(CongestionWindow) or nameof(SlowStartThreshold) or nameof(FastOpenQueueLimit);
}
