namespace ProcFs.Grammar;

/// <summary>Counters of a file of paired lines.</summary>
[Fields]
internal sealed partial class Counters
{
    [Key("Ip.InReceives")] public long? IpReceived { get; private set; }

    [Key("Ip.TTL")] public int? Ttl { get; private set; }

    [Key("Tcp.InSegs")] public long? TcpReceived { get; private set; }

    [Key("Tcp.+1")] public long? Behind { get; private set; }

    public partial IReadOnlyDictionary<string, string> Additional { get; }

    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }
}
