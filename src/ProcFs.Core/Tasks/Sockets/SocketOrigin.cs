namespace ProcFs;

/// <summary>Where what is known of a socket comes from.</summary>
public enum SocketOrigin
{
    /// <summary>The text of <c>/proc/&lt;pid&gt;/net</c>.</summary>
    Text,

    /// <summary>The answer of the kernel to sock_diag(7), which has exact names, the other ends of Unix sockets, and how TCP does.</summary>
    SockDiag,
}
