namespace ProcFs;

/// <summary>What is true of an IPv6 address. Source: include/uapi/linux/if_addr.h; the file holds the lowest eight flags.</summary>
[Flags]
public enum IPv6AddressFlags : uint
{
    /// <summary>Nothing.</summary>
    None = 0x0,

    /// <summary>Made to be changed after a time, for privacy.</summary>
    Temporary = 0x1,

    /// <summary>Used without a look for others that have it.</summary>
    NoDuplicateDetection = 0x2,

    /// <summary>Used while others that have it are looked for.</summary>
    Optimistic = 0x4,

    /// <summary>Another machine has it.</summary>
    DuplicateDetected = 0x8,

    /// <summary>The home address of Mobile IPv6.</summary>
    Home = 0x10,

    /// <summary>Not for new connections: its preferred lifetime is over.</summary>
    Deprecated = 0x20,

    /// <summary>Others that have it are looked for.</summary>
    Tentative = 0x40,

    /// <summary>Without an end.</summary>
    Permanent = 0x80,
}
