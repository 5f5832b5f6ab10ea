namespace ProcFs;

/// <summary>The source of the information about a socket.</summary>
public enum SocketOrigin
{
    /// <summary>The text of <c>/proc/&lt;pid&gt;/net</c>.</summary>
    Text,

    /// <summary>The kernel's answer to sock_diag(7), which has exact names, the peers of Unix sockets, and the metrics of TCP.</summary>
    SockDiag,
}
