using System.Net;
using ProcFs.Grammar;
using ProcFs.Text;

namespace ProcFs;

/// <summary>Addresses in the files of the load balancer, in the order of their bytes on every machine: <c>C0000205:0050</c>, <c>[2001:0db8:...]:0050</c>.</summary>
internal static class VirtualAddresses
{
    /// <summary>An address without a port.</summary>
    public static bool TryRead(ReadOnlySpan<byte> value, ProcSource source, out IPAddress? address) =>
        value.Contains((byte)':') ? Value.TryRead(value.TrimStart((byte)'[').TrimEnd((byte)']'), source, out address) : Value.TryHex(value, source, out address);

    /// <summary>An address with a port.</summary>
    public static bool TryRead(ReadOnlySpan<byte> value, ProcSource source, out IPAddress? address, out int port)
    {
        int colon = value.LastIndexOf((byte)':');
        address = null;
        bool hasPort = Number.TryHex(colon < 0 ? default : value[(colon + 1)..], out ulong number) && number <= IPEndPoint.MaxPort;
        port = (int)number;
        return hasPort && TryRead(value[..colon], source, out address);
    }
}
