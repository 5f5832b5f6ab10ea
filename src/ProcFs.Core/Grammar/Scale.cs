namespace ProcFs.Grammar;

/// <summary>The unit of a field's number, or the format of its text. The type of the property determines the result.</summary>
internal enum Scale
{
    /// <summary>Plain: a number is a number and a text is a text.</summary>
    None,

    /// <summary>Kibibytes followed by the unit, <c>12 kB</c>; becomes bytes.</summary>
    KiB,

    /// <summary>Kibibytes without a unit; becomes bytes.</summary>
    BareKiB,

    /// <summary>Pages of the machine; becomes bytes.</summary>
    Pages,

    /// <summary>Sectors of block devices, always 512 bytes; becomes bytes.</summary>
    Sectors,

    /// <summary>Clock ticks; becomes a time span.</summary>
    Ticks,

    /// <summary>Seconds, with or without decimals; becomes a time span.</summary>
    Seconds,

    /// <summary>Milliseconds, with or without decimals; becomes a time span.</summary>
    Milliseconds,

    /// <summary>Microseconds; becomes a time span.</summary>
    Microseconds,

    /// <summary>Nanoseconds; becomes a time span, with a resolution of 100.</summary>
    Nanoseconds,

    /// <summary>Seconds since 1970 in UTC, with 0 for never; becomes a time, or null for never.</summary>
    UnixTime,

    /// <summary>A hexadecimal number without a prefix.</summary>
    Hex,

    /// <summary>A hexadecimal number after <c>0x</c>.</summary>
    PrefixedHex,

    /// <summary>An octal number.</summary>
    Octal,

    /// <summary>Numbers and ranges, <c>0-3,8</c>.</summary>
    List,

    /// <summary>A hexadecimal mask in groups of 32 bits, <c>ff,ffffffff</c>.</summary>
    Mask,

    /// <summary>A limit, with the largest number for unlimited, which becomes null.</summary>
    Limit,

    /// <summary>An address, which the kernel writes as 0 or 1 if the reader is not allowed to see it; these become null.</summary>
    Address,

    /// <summary>An internet address: hexadecimal words, each a number in the byte order of the machine.</summary>
    AddressWords,
}
