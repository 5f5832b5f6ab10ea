using System.Globalization;
using System.Net;
using ProcFs.Grammar;
using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>Models a service of <c>/proc/net/ip_vs</c>: a virtual server with its real servers. Source: ip_vs_info_seq_show() of net/netfilter/ipvs/ip_vs_ctl.c.</summary>
public sealed class VirtualServer : ITable<VirtualServer>
{
    private readonly List<RealServer> _servers = [];

    private VirtualServer()
    {
    }

    /// <summary>The protocol: <c>TCP</c>, <c>UDP</c>, <c>SCTP</c>; <c>FWM</c> for packets with a firewall mark.</summary>
    public required string Protocol { get; init; }

    /// <summary>The address; null for a firewall mark.</summary>
    public required IPAddress? Address { get; init; }

    /// <summary>The port; null for a firewall mark.</summary>
    public required int? Port { get; init; }

    /// <summary>The firewall mark; null for an address.</summary>
    public required long? Mark { get; init; }

    /// <summary>The scheduler: <c>rr</c>, <c>wlc</c>, <c>none</c>.</summary>
    public required string Scheduler { get; init; }

    /// <summary>Whether each packet is scheduled by itself (<c>ops</c>).</summary>
    public required bool IsOnePacket { get; init; }

    /// <summary>How long a client stays with its real server; null without persistence.</summary>
    [Unit(Unit.Duration)] public required TimeSpan? Persistence { get; init; }

    /// <summary>The real servers.</summary>
    public IReadOnlyList<RealServer> Servers => _servers;

    internal static View View => new(
        typeof(VirtualServer),
        new(nameof(Protocol), 8),
        new(nameof(Address), 24),
        new(nameof(Port), 6),
        new(nameof(Scheduler), 10),
        new(nameof(Persistence), 12),
        new(nameof(Servers)));

    private static string Form => "a virtual server with its scheduler, or a real server";

    /// <summary>The protocol, the address and the scheduler: <c>TCP 198.51.100.1:80 wlc</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Protocol} {(Mark is { } mark ? $"{mark}" : SocketAddress.TextOf($"{Address}", Port))} {Scheduler}");

    static string IRow<VirtualServer>.NameOf(VirtualServer row) =>
        (row.Mark is { } mark ? string.Create(CultureInfo.InvariantCulture, $"FWM-{mark}") : $"{row.Protocol}-{row.Address}-{row.Port}").Replace(':', '_');

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<VirtualServer, bool> emit)
    {
        using LineReader lines = source.OpenLines();
        VirtualServer? server = null;
        Errno error;
        while (lines.Next(out error))
        {
            if (IsHeader(lines.Line))
            {
                continue;
            }

            if (lines.Line.StartsWith("  -> "u8))
            {
                // The real servers of a line that could not be parsed are left out with it.
                server?.Add(lines, source);
                continue;
            }

            if (server is not null && !emit(server))
            {
                return;
            }

            server = Parse(lines.Line, source);
            if (server is null)
            {
                source.Report(source.Malformed(lines.LineNumber, lines.Line, Form));
            }
        }

        if (server is not null)
        {
            emit(server);
        }

        if (error != Errno.None)
        {
            throw source.Failure(error);
        }
    }

    private void Add(LineReader lines, ProcSource source)
    {
        if (RealServer.Parse(lines.Line[5..], source) is { } real)
        {
            _servers.Add(real);
        }
        else
        {
            source.Report(source.Malformed(lines.LineNumber, lines.Line, Form));
        }
    }

    private static bool IsHeader(ReadOnlySpan<byte> line) =>
        line.IsEmpty || line.StartsWith("IP Virtual Server"u8) || line.StartsWith("Prot "u8) || line.StartsWith("  -> RemoteAddress"u8);

    // "TCP  C6336401:0050 wlc persistent 360 FFFFFFFF", "FWM  00000001 rr ops"
    private static VirtualServer? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        var words = new FieldScanner(line);
        string protocol = source.Intern(words.Next());
        ReadOnlySpan<byte> place = words.Next();
        IPAddress? address = null;
        int port = 0;
        long mark = 0;
        bool isMark = protocol == "FWM";
        if (!(isMark ? Value.TryHex(place, source, out mark) : VirtualAddresses.TryRead(place, source, out address, out port)))
        {
            return null;
        }

        string scheduler = source.Intern(words.Next());
        ReadOnlySpan<byte> word = words.Next();
        bool isOnePacket = word.SequenceEqual("ops"u8);
        word = isOnePacket ? words.Next() : word;
        int seconds = 0;
        bool isPersistent = word.SequenceEqual("persistent"u8);
        return isPersistent && !words.TryInt32(out seconds) ? null : new VirtualServer
        {
            Protocol = protocol,
            Address = address,
            Port = isMark ? null : port,
            Mark = isMark ? mark : null,
            Scheduler = scheduler,
            IsOnePacket = isOnePacket,
            Persistence = isPersistent ? TimeSpan.FromSeconds(seconds) : null,
        };
    }
}
