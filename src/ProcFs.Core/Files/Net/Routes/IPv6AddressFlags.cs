namespace ProcFs;

/// <summary>The flags of an IPv6 address. Source: include/uapi/linux/if_addr.h; the file has the lowest eight.</summary>
[Flags]
public enum IPv6AddressFlags : uint
{
    /// <summary>None.</summary>
    None = 0x0,

    /// <summary>A temporary address for privacy.</summary>
    Temporary = 0x1,

    /// <summary>Used without duplicate address detection.</summary>
    NoDuplicateDetection = 0x2,

    /// <summary>Used during duplicate address detection (optimistic).</summary>
    Optimistic = 0x4,

    /// <summary>A duplicate: another machine has this address.</summary>
    DuplicateDetected = 0x8,

    /// <summary>The home address of Mobile IPv6.</summary>
    Home = 0x10,

    /// <summary>Deprecated: not for new connections, because its preferred lifetime is over.</summary>
    Deprecated = 0x20,

    /// <summary>Tentative: duplicate address detection is in progress.</summary>
    Tentative = 0x40,

    /// <summary>Permanent.</summary>
    Permanent = 0x80,
}
