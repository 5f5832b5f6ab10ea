using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>Models <c>/proc/net/tls_stat</c>: connections whose TLS is made by the kernel, in the network namespace since it was made. Source: Documentation/networking/tls.rst, net/tls/tls_proc.c.</summary>
[Fields]
public sealed partial class TlsStatistics : IRecord<TlsStatistics>
{
    private readonly Dictionary<string, ulong> _counters = [];

    private TlsStatistics()
    {
    }

    /// <summary>Connections open now that encrypt in the kernel.</summary>
    [Key("TlsCurrTxSw")] public ulong? SendingBySoftware { get; private set; }

    /// <summary>Connections open now that decrypt in the kernel.</summary>
    [Key("TlsCurrRxSw")] public ulong? ReceivingBySoftware { get; private set; }

    /// <summary>Connections open now that encrypt in the network device.</summary>
    [Key("TlsCurrTxDevice")] public ulong? SendingByDevice { get; private set; }

    /// <summary>Connections open now that decrypt in the network device.</summary>
    [Key("TlsCurrRxDevice")] public ulong? ReceivingByDevice { get; private set; }

    /// <summary>Connections that have encrypted in the kernel.</summary>
    [Key("TlsTxSw")] public ulong? SentBySoftware { get; private set; }

    /// <summary>Connections that have decrypted in the kernel.</summary>
    [Key("TlsRxSw")] public ulong? ReceivedBySoftware { get; private set; }

    /// <summary>Connections that have encrypted in the network device.</summary>
    [Key("TlsTxDevice")] public ulong? SentByDevice { get; private set; }

    /// <summary>Connections that have decrypted in the network device.</summary>
    [Key("TlsRxDevice")] public ulong? ReceivedByDevice { get; private set; }

    /// <summary>Records that could not be decrypted.</summary>
    [Key("TlsDecryptError")] public ulong? DecryptErrors { get; private set; }

    /// <summary>How often a network device had to find the records anew.</summary>
    [Key("TlsRxDeviceResync")] public ulong? DeviceResyncs { get; private set; }

    /// <summary>Records that were decrypted twice, since they were padded (since 6.1).</summary>
    [Key("TlsDecryptRetry")] public ulong? DecryptRetries { get; private set; }

    /// <summary>Records padded though the other end said that it does not (since 6.1).</summary>
    [Key("TlsRxNoPadViolation")] public ulong? PaddingViolations { get; private set; }

    /// <summary>Keys changed for receiving (since 6.14).</summary>
    [Key("TlsRxRekeyOk")] public ulong? ReceiveRekeys { get; private set; }

    /// <summary>Keys that could not be changed for receiving (since 6.14).</summary>
    [Key("TlsRxRekeyError")] public ulong? ReceiveRekeyErrors { get; private set; }

    /// <summary>Keys changed for sending (since 6.14).</summary>
    [Key("TlsTxRekeyOk")] public ulong? SendRekeys { get; private set; }

    /// <summary>Keys that could not be changed for sending (since 6.14).</summary>
    [Key("TlsTxRekeyError")] public ulong? SendRekeyErrors { get; private set; }

    /// <summary>Requests to change the key received (since 6.14).</summary>
    [Key("TlsRxRekeyReceived")] public ulong? RekeysReceived { get; private set; }

    /// <summary>All counters by the kernel's names: <c>TlsTxSw</c>.</summary>
    public IReadOnlyDictionary<string, ulong> Counters => _counters;

    /// <summary>Counters that are no number, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>Why fields are null: names of properties with the reason.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(TlsStatistics),
        new(nameof(SendingBySoftware), 17),
        new(nameof(ReceivingBySoftware), 19),
        new(nameof(SentBySoftware), 14),
        new(nameof(ReceivedBySoftware), 18),
        new(nameof(DecryptErrors), 13));

    /// <summary>What is open: <c>3 sending, 3 receiving</c>.</summary>
    public override string ToString() => $"{SendingBySoftware?.ToString() ?? "?"} sending, {ReceivingBySoftware?.ToString() ?? "?"} receiving";

    /// <summary>Reads the file's text. A value that cannot be read leaves its property null, and <see cref="Unavailable"/> says so.</summary>
    public static TlsStatistics Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var counters = new TlsStatistics();
        CounterLines.Read(text, counters, counters._counters, source);
        return counters;
    }
}
