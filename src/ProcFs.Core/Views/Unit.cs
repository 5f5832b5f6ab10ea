namespace ProcFs.Views;

/// <summary>What a value counts, and so how people are shown it. The value itself stays a plain number or time span.</summary>
public enum Unit
{
    /// <summary>Nothing that its type does not say: a number, a text, a time.</summary>
    None,

    /// <summary>Bytes; shown as 142.6 MB.</summary>
    Bytes,

    /// <summary>Bytes a second; shown as 412 MB/s.</summary>
    BytesPerSecond,

    /// <summary>How often a second; shown with one decimal where it is small.</summary>
    PerSecond,

    /// <summary>Percent; shown with one decimal.</summary>
    Percent,

    /// <summary>An address; shown as 16 hexadecimal digits, as kallsyms has it.</summary>
    Address,

    /// <summary>A number that is read in hexadecimal; shown without leading zeros.</summary>
    Hex,

    /// <summary>A number that is read in octal; shown with a zero in front.</summary>
    Octal,

    /// <summary>Permission bits; shown as four octal digits.</summary>
    Mode,

    /// <summary>A time span that may be short; shown as 12.5 µs, 3.6 ms, 12.35 s.</summary>
    Duration,

    /// <summary>How long something still takes; shown as 2 s, 12 min, 30 h.</summary>
    TimeLeft,

    /// <summary>A path of the host, or what the kernel writes in its place; cut in the middle where there is little room.</summary>
    Path,

    /// <summary>An address and a port; where there is little room the address is cut, and the port stays.</summary>
    EndPoint,

    /// <summary>The arguments of a program; shown as a command line, with masks in the place of passwords and other credentials.</summary>
    Arguments,
}
