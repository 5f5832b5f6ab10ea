using System.Net;
using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/net/pnp</c>: the network configuration that the kernel obtained at boot, for a root file system on the network. The format is that of
/// resolv.conf. Source: pnp_seq_show() of net/ipv4/ipconfig.c.
/// </summary>
public sealed class BootNetwork : IRecord<BootNetwork>
{
    private BootNetwork()
    {
    }

    /// <summary>The source: <c>DHCP</c>, <c>BOOTP</c>, <c>RARP</c>, or <c>MANUAL</c> for none of them.</summary>
    public string? Protocol { get; private set; }

    /// <summary>The domain; null if none was obtained.</summary>
    public string? Domain { get; private set; }

    /// <summary>The name servers.</summary>
    public IPAddress[] NameServers { get; private set; } = [];

    /// <summary>The boot server; null if none was obtained.</summary>
    public IPAddress? BootServer { get; private set; }

    /// <summary>Lines unknown to this version, as text.</summary>
    public string[] Others { get; private set; } = [];

    internal static View View => new(
        typeof(BootNetwork),
        new(nameof(Protocol), 8),
        new(nameof(Domain), 24),
        new(nameof(NameServers), 32),
        new(nameof(BootServer), 15));

    /// <summary>The source and the domain: <c>DHCP example.org</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Protocol} {Domain}".Trim());

    /// <summary>Parses the text of the file.</summary>
    public static BootNetwork Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var network = new BootNetwork();
        var lines = new LineScanner(text);
        while (lines.Next())
        {
            if (!lines.Line.IsEmpty && !network.Take(lines.Line, source))
            {
                network.Others = [.. network.Others, source.Intern(lines.Line)];
            }
        }

        return network;
    }

    // "#PROTO: DHCP", "#MANUAL", "domain example.org", "nameserver 192.0.2.53", "bootserver 192.0.2.1"
    private bool Take(ReadOnlySpan<byte> line, ProcSource source)
    {
        var words = new FieldScanner(line);
        ReadOnlySpan<byte> name = words.Next();
        ReadOnlySpan<byte> value = Value.Trim(words.Rest);
        if (name is [(byte)'#', ..])
        {
            Protocol = source.Intern(name.SequenceEqual("#PROTO:"u8) ? value : name[1..]);
            return true;
        }

        if (name.SequenceEqual("domain"u8))
        {
            Domain = source.Intern(value);
            return true;
        }

        if (!Value.TryRead(value, source, out IPAddress? address) || address is null)
        {
            return false;
        }

        bool isNameServer = name.SequenceEqual("nameserver"u8);
        bool isBootServer = name.SequenceEqual("bootserver"u8);
        NameServers = isNameServer ? [.. NameServers, address] : NameServers;
        BootServer = isBootServer ? address : BootServer;
        return isNameServer || isBootServer;
    }
}
