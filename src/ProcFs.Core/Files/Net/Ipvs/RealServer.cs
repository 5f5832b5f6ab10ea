using System.Net;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>A real server of a <see cref="VirtualServer"/>.</summary>
public sealed class RealServer
{
    private RealServer()
    {
    }

    /// <summary>The address.</summary>
    public required IPAddress? Address { get; init; }

    /// <summary>The port.</summary>
    public required int Port { get; init; }

    /// <summary>How packets are forwarded: <c>Masq</c>, <c>Route</c>, <c>Tunnel</c>, <c>Local</c>.</summary>
    public required string Forwarding { get; init; }

    /// <summary>The weight; 0 takes no new connections.</summary>
    public required int Weight { get; init; }

    /// <summary>The number of active connections.</summary>
    public required long ActiveConnections { get; init; }

    /// <summary>The number of inactive connections.</summary>
    public required long InactiveConnections { get; init; }

    internal static View View => new(
        typeof(RealServer),
        new(nameof(Address), 24),
        new(nameof(Port), 6),
        new(nameof(Forwarding), 10),
        new(nameof(Weight), 6),
        new(nameof(ActiveConnections), 17),
        new(nameof(InactiveConnections), 19));

    /// <summary>The address and the weight: <c>203.0.113.7:8080 weight 1</c>.</summary>
    public override string ToString() => $"{SocketAddress.TextOf($"{Address}", Port)} weight {Weight}";

    // "CB007107:1F90      Masq    1      12         3         "
    internal static RealServer? Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        var words = new FieldScanner(text);
        bool isPlace = VirtualAddresses.TryRead(words.Next(), source, out IPAddress? address, out int port);
        string forwarding = source.Intern(words.Next());
        return isPlace && words.TryInt32(out int weight) && words.TryInt64(out long active) && words.TryInt64(out long inactive)
            ? new RealServer { Address = address, Port = port, Forwarding = forwarding, Weight = weight, ActiveConnections = active, InactiveConnections = inactive }
            : null;
    }
}
