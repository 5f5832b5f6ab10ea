namespace ProcFs.Grammar;

/// <summary>What the number of a field counts, or how its text is to be read. The type of the property says what it becomes.</summary>
internal enum Scale
{
    /// <summary>Plain: a number is a number and a text is a text.</summary>
    None,

    /// <summary>Kibibytes with the unit behind the number, <c>12 kB</c>; it becomes bytes.</summary>
    KiB,

    /// <summary>Kibibytes without a unit; it becomes bytes.</summary>
    BareKiB,

    /// <summary>Pages of the machine; it becomes bytes.</summary>
    Pages,

    /// <summary>Sectors of block devices, 512 bytes each whatever the device has; it becomes bytes.</summary>
    Sectors,

    /// <summary>Clock ticks; it becomes a time span.</summary>
    Ticks,

    /// <summary>Seconds, with or without decimals; it becomes a time span.</summary>
    Seconds,

    /// <summary>Milliseconds, with or without decimals; it becomes a time span.</summary>
    Milliseconds,

    /// <summary>Microseconds; it becomes a time span.</summary>
    Microseconds,

    /// <summary>Nanoseconds; it becomes a time span, whose smallest step is 100 of them.</summary>
    Nanoseconds,

    /// <summary>Seconds since 1970 in UTC, where 0 stands for never; it becomes a time, and null for that.</summary>
    UnixTime,

    /// <summary>A hexadecimal number without a prefix.</summary>
    Hex,

    /// <summary>A hexadecimal number behind <c>0x</c>.</summary>
    PrefixedHex,

    /// <summary>An octal number.</summary>
    Octal,

    /// <summary>Numbers and ranges, <c>0-3,8</c>.</summary>
    List,

    /// <summary>A hexadecimal mask in groups of 32 bits, <c>ff,ffffffff</c>.</summary>
    Mask,

    /// <summary>A limit, where the largest number stands for none; it becomes null then.</summary>
    Limit,

    /// <summary>An address, which the kernel writes as 0 or 1 where the reader may not see it; it becomes null then.</summary>
    Address,

    /// <summary>An internet address: hexadecimal words, each a number in the byte order of the machine.</summary>
    AddressWords,
}
