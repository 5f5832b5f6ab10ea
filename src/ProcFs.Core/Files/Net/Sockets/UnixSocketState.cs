namespace ProcFs;

/// <summary>The state of a Unix socket in its file. Source: socket_state of include/uapi/linux/net.h.</summary>
public enum UnixSocketState
{
    /// <summary>Not allocated.</summary>
    Free,

    /// <summary>Not connected, including listening sockets.</summary>
    Unconnected = 1,

    /// <summary>A connection not yet accepted by a program.</summary>
    Connecting = 2,

    /// <summary>Connected.</summary>
    Connected = 3,

    /// <summary>Being closed.</summary>
    Disconnecting = 4,
}
