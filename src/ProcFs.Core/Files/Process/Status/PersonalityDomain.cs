namespace ProcFs;

/// <summary>The execution domain of a program: the low byte of the personality (personality(2)). Linux and Linux32 are in use.</summary>
public enum PersonalityDomain : long
{
    /// <summary>PER_LINUX: Linux.</summary>
    Linux = 0x00,

    /// <summary>PER_SVR4: System V release 4.</summary>
    Svr4 = 0x01,

    /// <summary>PER_SVR3: System V release 3.</summary>
    Svr3 = 0x02,

    /// <summary>PER_SCOSVR3 and PER_OSR5: SCO Unix.</summary>
    ScoSvr3 = 0x03,

    /// <summary>PER_WYSEV386: Wyse Unix.</summary>
    WyseV386 = 0x04,

    /// <summary>PER_ISCR4: Interactive Unix.</summary>
    IscR4 = 0x05,

    /// <summary>PER_BSD and PER_SUNOS: BSD.</summary>
    Bsd = 0x06,

    /// <summary>PER_XENIX: Xenix.</summary>
    Xenix = 0x07,

    /// <summary>PER_LINUX32: 32-bit Linux; uname(2) returns the 32-bit machine name.</summary>
    Linux32 = 0x08,

    /// <summary>PER_IRIX32: 32-bit IRIX 5.</summary>
    Irix32 = 0x09,

    /// <summary>PER_IRIXN32: 32-bit IRIX 6.</summary>
    IrixN32 = 0x0A,

    /// <summary>PER_IRIX64: 64-bit IRIX 6.</summary>
    Irix64 = 0x0B,

    /// <summary>PER_RISCOS: RISC OS.</summary>
    RiscOs = 0x0C,

    /// <summary>PER_SOLARIS: Solaris.</summary>
    Solaris = 0x0D,

    /// <summary>PER_UW7: UnixWare 7.</summary>
    UnixWare7 = 0x0E,

    /// <summary>PER_OSF4: OSF/1 version 4.</summary>
    Osf4 = 0x0F,

    /// <summary>PER_HPUX: HP-UX.</summary>
    HpUx = 0x10,
}
