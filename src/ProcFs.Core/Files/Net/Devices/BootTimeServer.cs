using System.Net;
using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/ipconfig/ntp_servers</c>: a time server that the kernel was told of at boot, for programs of the initial file system. Source:
/// ntp_servers_show() of net/ipv4/ipconfig.c.
/// </summary>
public sealed class BootTimeServer : ILine<BootTimeServer>, IRow<BootTimeServer>
{
    private BootTimeServer()
    {
    }

    /// <summary>The IPv4 address.</summary>
    public required IPAddress Address { get; init; }

    static string ILine<BootTimeServer>.Form => "an IPv4 address";

    internal static View View => new(
        typeof(BootTimeServer),
        new Column(nameof(Address)));

    /// <summary>The address.</summary>
    public override string ToString() => $"{Address}";

    static string IRow<BootTimeServer>.NameOf(BootTimeServer row) => $"{row.Address}".Replace(':', '_');

    /// <inheritdoc/>
    public static BootTimeServer? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Value.TryRead(Value.Trim(line), source, out IPAddress? address) && address is not null ? new BootTimeServer { Address = address } : null;
    }
}
