namespace ProcFs;

/// <summary>How far an IPv6 address is valid. Source: include/net/ipv6.h.</summary>
public enum IPv6AddressScope
{
    /// <summary>Everywhere.</summary>
    Global = 0,

    /// <summary>On this machine.</summary>
    Host = 0x10,

    /// <summary>On the link.</summary>
    Link = 0x20,

    /// <summary>In the site (no longer used).</summary>
    Site = 0x40,

    /// <summary>Of an IPv4 address written as one of IPv6 (no longer used).</summary>
    Compatible = 0x80,
}
