using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/net/tls_stat</c>: kernel TLS statistics of the network namespace since its creation. Source: Documentation/networking/tls.rst,
/// net/tls/tls_proc.c.
/// </summary>
[Fields]
public sealed partial class TlsStatistics : IRecord<TlsStatistics>
{
    private readonly Dictionary<string, ulong> _counters = [];

    private TlsStatistics()
    {
    }

    /// <summary>Open connections with encryption in the kernel.</summary>
    [Key("TlsCurrTxSw")] public ulong? SendingBySoftware { get; private set; }

    /// <summary>Open connections with decryption in the kernel.</summary>
    [Key("TlsCurrRxSw")] public ulong? ReceivingBySoftware { get; private set; }

    /// <summary>Open connections with encryption in the network device.</summary>
    [Key("TlsCurrTxDevice")] public ulong? SendingByDevice { get; private set; }

    /// <summary>Open connections with decryption in the network device.</summary>
    [Key("TlsCurrRxDevice")] public ulong? ReceivingByDevice { get; private set; }

    /// <summary>Connections opened with encryption in the kernel.</summary>
    [Key("TlsTxSw")] public ulong? SentBySoftware { get; private set; }

    /// <summary>Connections opened with decryption in the kernel.</summary>
    [Key("TlsRxSw")] public ulong? ReceivedBySoftware { get; private set; }

    /// <summary>Connections opened with encryption in the network device.</summary>
    [Key("TlsTxDevice")] public ulong? SentByDevice { get; private set; }

    /// <summary>Connections opened with decryption in the network device.</summary>
    [Key("TlsRxDevice")] public ulong? ReceivedByDevice { get; private set; }

    /// <summary>Records that could not be decrypted.</summary>
    [Key("TlsDecryptError")] public ulong? DecryptErrors { get; private set; }

    /// <summary>The number of resynchronizations sent to a network device.</summary>
    [Key("TlsRxDeviceResync")] public ulong? DeviceResyncs { get; private set; }

    /// <summary>Records decrypted twice because of padding (since 6.1).</summary>
    [Key("TlsDecryptRetry")] public ulong? DecryptRetries { get; private set; }

    /// <summary>Records with padding although the peer announced none (since 6.1).</summary>
    [Key("TlsRxNoPadViolation")] public ulong? PaddingViolations { get; private set; }

    /// <summary>Rekeys for receiving (since 6.14).</summary>
    [Key("TlsRxRekeyOk")] public ulong? ReceiveRekeys { get; private set; }

    /// <summary>Failed rekeys for receiving (since 6.14).</summary>
    [Key("TlsRxRekeyError")] public ulong? ReceiveRekeyErrors { get; private set; }

    /// <summary>Rekeys for sending (since 6.14).</summary>
    [Key("TlsTxRekeyOk")] public ulong? SendRekeys { get; private set; }

    /// <summary>Failed rekeys for sending (since 6.14).</summary>
    [Key("TlsTxRekeyError")] public ulong? SendRekeyErrors { get; private set; }

    /// <summary>Rekey requests received (since 6.14).</summary>
    [Key("TlsRxRekeyReceived")] public ulong? RekeysReceived { get; private set; }

    /// <summary>All counters by kernel name: <c>TlsTxSw</c>.</summary>
    public IReadOnlyDictionary<string, ulong> Counters => _counters;

    /// <summary>Counters without a number, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(TlsStatistics),
        new(nameof(SendingBySoftware), 17),
        new(nameof(ReceivingBySoftware), 19),
        new(nameof(SentBySoftware), 14),
        new(nameof(ReceivedBySoftware), 18),
        new(nameof(DecryptErrors), 13));

    /// <summary>The open connections: <c>3 sending, 3 receiving</c>.</summary>
    public override string ToString() => $"{SendingBySoftware?.ToString() ?? "?"} sending, {ReceivingBySoftware?.ToString() ?? "?"} receiving";

    /// <summary>Parses the text of the file. An unreadable value leaves its property null, with the reason in <see cref="Unavailable"/>.</summary>
    public static TlsStatistics Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var counters = new TlsStatistics();
        CounterLines.Read(text, counters, counters._counters, source);
        return counters;
    }
}
