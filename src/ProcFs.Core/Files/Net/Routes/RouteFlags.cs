namespace ProcFs;

/// <summary>The flags of a route in <c>net/route</c> and <c>net/ipv6_route</c>. Source: include/uapi/linux/route.h, ipv6_route.h.</summary>
[Flags]
public enum RouteFlags : uint
{
    /// <summary>None (<c>0</c>).</summary>
    None = 0x0,

    /// <summary>In use (<c>RTF_UP</c>).</summary>
    Up = 0x1,

    /// <summary>Uses a gateway (<c>RTF_GATEWAY</c>).</summary>
    Gateway = 0x2,

    /// <summary>Leads to a host (<c>RTF_HOST</c>).</summary>
    Host = 0x4,

    /// <summary>Reinstated after a timeout (<c>RTF_REINSTATE</c>).</summary>
    Reinstate = 0x8,

    /// <summary>Created by a redirect (<c>RTF_DYNAMIC</c>).</summary>
    Dynamic = 0x10,

    /// <summary>Changed by a redirect (<c>RTF_MODIFIED</c>).</summary>
    Modified = 0x20,

    /// <summary>Has an MTU of its own (<c>RTF_MTU</c>).</summary>
    Mtu = 0x40,

    /// <summary>Has a TCP window of its own (<c>RTF_WINDOW</c>).</summary>
    Window = 0x80,

    /// <summary>Has an initial round-trip time of its own (<c>RTF_IRTT</c>).</summary>
    RoundTripTime = 0x100,

    /// <summary>Rejects packets (<c>RTF_REJECT</c>).</summary>
    Reject = 0x200,

    /// <summary>The default route from a router advertisement (<c>RTF_DEFAULT</c>).</summary>
    Default = 0x10000,

    /// <summary>All destinations are on the link (<c>RTF_ALLONLINK</c>).</summary>
    AllOnLink = 0x20000,

    /// <summary>From address autoconfiguration (<c>RTF_ADDRCONF</c>).</summary>
    AddressConfigured = 0x40000,

    /// <summary>An on-link prefix from a router advertisement (<c>RTF_PREFIX_RT</c>).</summary>
    Prefix = 0x80000,

    /// <summary>Leads to an anycast address (<c>RTF_ANYCAST</c>).</summary>
    Anycast = 0x100000,

    /// <summary>Has no next hop (<c>RTF_NONEXTHOP</c>).</summary>
    NoNextHop = 0x200000,

    /// <summary>Expires (<c>RTF_EXPIRES</c>).</summary>
    Expires = 0x400000,

    /// <summary>From a route information option (<c>RTF_ROUTEINFO</c>).</summary>
    RouteInfo = 0x800000,

    /// <summary>A cache entry (<c>RTF_CACHE</c>).</summary>
    Cache = 0x1000000,

    /// <summary>Flow route (<c>RTF_FLOW</c>).</summary>
    Flow = 0x2000000,

    /// <summary>Policy route (<c>RTF_POLICY</c>).</summary>
    Policy = 0x4000000,

    /// <summary>A per-CPU copy (<c>RTF_PCPU</c>).</summary>
    PerCpu = 0x40000000,

    /// <summary>Leads to a local address (<c>RTF_LOCAL</c>).</summary>
    Local = 0x80000000,
}
