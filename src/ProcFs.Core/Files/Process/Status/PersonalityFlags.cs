namespace ProcFs;

/// <summary>The compatibility flags of a process: those of the personality (personality(2)).</summary>
[Flags]
public enum PersonalityFlags : long
{
    /// <summary>No flags.</summary>
    None = 0,

    /// <summary>UNAME26: uname(2) reports kernel 2.6.</summary>
    Uname26 = 0x0020000,

    /// <summary>ADDR_NO_RANDOMIZE: addresses are not randomized.</summary>
    AddressNoRandomize = 0x0040000,

    /// <summary>FDPIC_FUNCPTRS: pointers to signal handlers point to function descriptors.</summary>
    FdpicFunctionPointers = 0x0080000,

    /// <summary>MMAP_PAGE_ZERO: page 0 is mapped, read-only.</summary>
    MapPageZero = 0x0100000,

    /// <summary>ADDR_COMPAT_LAYOUT: memory is laid out as it was before Linux 2.6.9.</summary>
    AddressCompatLayout = 0x0200000,

    /// <summary>READ_IMPLIES_EXEC: readable memory is executable.</summary>
    ReadImpliesExecute = 0x0400000,

    /// <summary>ADDR_LIMIT_32BIT: addresses are limited to 32 bits.</summary>
    AddressLimit32Bit = 0x0800000,

    /// <summary>SHORT_INODE: has no effect.</summary>
    ShortInode = 0x1000000,

    /// <summary>WHOLE_SECONDS: has no effect.</summary>
    WholeSeconds = 0x2000000,

    /// <summary>STICKY_TIMEOUTS: select(2) and similar calls do not modify the timeout.</summary>
    StickyTimeouts = 0x4000000,

    /// <summary>ADDR_LIMIT_3GB: addresses are limited to 3 GB.</summary>
    AddressLimit3Gb = 0x8000000,
}
