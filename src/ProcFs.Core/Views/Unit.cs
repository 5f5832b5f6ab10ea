namespace ProcFs.Views;

/// <summary>The unit of a value, which determines its display. The value itself remains a plain number or time span.</summary>
public enum Unit
{
    /// <summary>None beyond the type: a number, a text, a time.</summary>
    None,

    /// <summary>Bytes; shown as 142.6 MB.</summary>
    Bytes,

    /// <summary>Bytes per second; shown as 412 MB/s.</summary>
    BytesPerSecond,

    /// <summary>Events per second; shown with one decimal if it is small.</summary>
    PerSecond,

    /// <summary>Percent; shown with one decimal.</summary>
    Percent,

    /// <summary>An address; shown as 16 hexadecimal digits, as in kallsyms.</summary>
    Address,

    /// <summary>A hexadecimal number; shown without leading zeros.</summary>
    Hex,

    /// <summary>An octal number; shown with a leading zero.</summary>
    Octal,

    /// <summary>Permission bits; shown as four octal digits.</summary>
    Mode,

    /// <summary>A time span that may be short; shown as 12.5 µs, 3.6 ms, 12.35 s.</summary>
    Duration,

    /// <summary>A remaining time; shown as 2 s, 12 min, 30 h.</summary>
    TimeLeft,

    /// <summary>A path of the host, or the text that the kernel writes instead; shortened in the middle if there is little room.</summary>
    Path,

    /// <summary>An address and a port; where there is little room the address is cut, and the port stays.</summary>
    EndPoint,

    /// <summary>The arguments of a program; shown as a command line, with masks in the place of passwords and other credentials.</summary>
    Arguments,
}
