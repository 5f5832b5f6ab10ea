using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// A counter of a network protocol, from <c>net/snmp</c>, <c>net/netstat</c>, <c>net/snmp6</c> or <c>net/sctp/snmp</c>. It counts since the network namespace was
/// created; some are no counters but present values, such as TcpCurrEstab.
/// </summary>
public sealed class NetworkStatistic
{
    internal NetworkStatistic(string group, string counter, long value, ulong? space)
    {
        Group = group;
        Counter = counter;
        Value = value;
        NetworkNamespace = space;
    }

    /// <summary>The name, as nstat(8) has it: <c>TcpInSegs</c>, <c>TcpExtListenDrops</c>, <c>Ip6InReceives</c>.</summary>
    public string Name => Group + Counter;

    /// <summary>The protocol: <c>Tcp</c>, <c>TcpExt</c>, <c>Ip</c>, <c>Ip6</c>.</summary>
    public string Group { get; }

    /// <summary>The name within the protocol: <c>InSegs</c>.</summary>
    public string Counter { get; }

    /// <summary>The value, at most the largest 64-bit number with a sign. TcpMaxConn is -1 if there is no limit.</summary>
    public long Value { get; }

    /// <summary>The network namespace, as in the link <c>net:[4026531840]</c>; null if access is denied.</summary>
    public ulong? NetworkNamespace { get; }

    internal static View View => new(
        typeof(NetworkStatistic),
        new(nameof(Name), 32),
        new(nameof(Value), 20));

    /// <summary>The name and the value: <c>TcpInSegs 1234</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Name} {Value}");
}
