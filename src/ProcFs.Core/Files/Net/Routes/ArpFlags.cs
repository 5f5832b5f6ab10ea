namespace ProcFs;

/// <summary>The flags of an ARP entry. Source: include/uapi/linux/if_arp.h.</summary>
[Flags]
public enum ArpFlags
{
    /// <summary>None: the hardware address is unknown.</summary>
    None = 0x0,

    /// <summary>The hardware address is known.</summary>
    Complete = 0x2,

    /// <summary>Permanent.</summary>
    Permanent = 0x4,

    /// <summary>This machine answers for the address.</summary>
    Published = 0x8,

    /// <summary>Trailers are requested (obsolete).</summary>
    Trailers = 0x10,

    /// <summary>The entry is for a network (obsolete).</summary>
    NetMask = 0x20,

    /// <summary>This machine does not answer (obsolete).</summary>
    NotPublished = 0x40,
}
