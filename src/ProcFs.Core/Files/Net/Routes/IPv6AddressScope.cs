namespace ProcFs;

/// <summary>The scope of an IPv6 address. Source: include/net/ipv6.h.</summary>
public enum IPv6AddressScope
{
    /// <summary>Global.</summary>
    Global = 0,

    /// <summary>This machine.</summary>
    Host = 0x10,

    /// <summary>The link.</summary>
    Link = 0x20,

    /// <summary>The site (obsolete).</summary>
    Site = 0x40,

    /// <summary>An IPv4-compatible address (obsolete).</summary>
    Compatible = 0x80,
}
