namespace ProcFs;

/// <summary>Which sockets are asked for. Null lets all through.</summary>
public sealed class SocketFilter
{
    /// <summary>Protocols, by name; wildcards are permitted.</summary>
    public IReadOnlyList<string>? Protocols { get; init; }

    /// <summary>States.</summary>
    public IReadOnlyList<TcpState>? States { get; init; }

    /// <summary>Ports of this end.</summary>
    public IReadOnlyList<int>? LocalPorts { get; init; }

    /// <summary>Ports of the other end.</summary>
    public IReadOnlyList<int>? RemotePorts { get; init; }

    /// <summary>Addresses of this end: exact, with the length of a prefix, or by wildcards.</summary>
    public IReadOnlyList<string>? LocalAddresses { get; init; }

    /// <summary>Addresses of the other end, likewise.</summary>
    public IReadOnlyList<string>? RemoteAddresses { get; init; }

    /// <summary>Names of Unix sockets; wildcards are permitted. Only Unix sockets are looked at then.</summary>
    public IReadOnlyList<string>? UnixNames { get; init; }

    /// <summary>Whether descriptors are left unread, so that owners are not known.</summary>
    public bool WithoutOwners { get; init; }
}
