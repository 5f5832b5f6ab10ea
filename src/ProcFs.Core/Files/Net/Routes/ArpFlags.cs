namespace ProcFs;

/// <summary>What is true of an entry of the ARP table. Source: include/uapi/linux/if_arp.h.</summary>
[Flags]
public enum ArpFlags
{
    /// <summary>Nothing: the hardware address is not known.</summary>
    None = 0x0,

    /// <summary>The hardware address is known.</summary>
    Complete = 0x2,

    /// <summary>Set by hand, without an end.</summary>
    Permanent = 0x4,

    /// <summary>This machine answers for the address.</summary>
    Published = 0x8,

    /// <summary>The neighbor wants trailers (no longer used).</summary>
    Trailers = 0x10,

    /// <summary>For a network (no longer used).</summary>
    NetMask = 0x20,

    /// <summary>This machine does not answer (no longer used).</summary>
    NotPublished = 0x40,
}
