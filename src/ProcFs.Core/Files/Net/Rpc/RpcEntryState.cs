namespace ProcFs;

/// <summary>What the kernel says of an entry of a cache of Sun RPC beside the entry itself.</summary>
/// <param name="Heading">The last heading before it, without the number sign.</param>
/// <param name="IsValid">Whether the kernel uses the entry.</param>
/// <param name="Expires">When it expires; null if the file does not say.</param>
internal readonly record struct RpcEntryState(string Heading, bool IsValid, DateTimeOffset? Expires);
