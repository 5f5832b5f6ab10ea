namespace ProcFs;

/// <summary>A filter for sockets. Null matches all.</summary>
public sealed class SocketFilter
{
    /// <summary>Protocols, by name; wildcards are permitted.</summary>
    public IReadOnlyList<string>? Protocols { get; init; }

    /// <summary>States.</summary>
    public IReadOnlyList<TcpState>? States { get; init; }

    /// <summary>Local ports.</summary>
    public IReadOnlyList<int>? LocalPorts { get; init; }

    /// <summary>Remote ports.</summary>
    public IReadOnlyList<int>? RemotePorts { get; init; }

    /// <summary>Local addresses: exact, with a prefix length, or with wildcards.</summary>
    public IReadOnlyList<string>? LocalAddresses { get; init; }

    /// <summary>Remote addresses, in the same forms.</summary>
    public IReadOnlyList<string>? RemoteAddresses { get; init; }

    /// <summary>Names of Unix sockets; wildcards are permitted. Only Unix sockets are then read.</summary>
    public IReadOnlyList<string>? UnixNames { get; init; }

    /// <summary>Whether descriptors are not read, so that owners are unknown.</summary>
    public bool WithoutOwners { get; init; }
}
