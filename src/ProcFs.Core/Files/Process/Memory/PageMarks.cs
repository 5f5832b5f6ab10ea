namespace ProcFs;

/// <summary>
/// Models the values of <c>/proc/&lt;pid&gt;/clear_refs</c>: the page bits to clear. Source: proc_pid_clear_refs(5), clear_refs_write() of fs/proc/task_mmu.c.
/// </summary>
public enum PageMarks : long
{
    /// <summary>The referenced bits of all pages: 1.</summary>
    All = 1,

    /// <summary>The referenced bits of anonymous pages: 2.</summary>
    Anonymous = 2,

    /// <summary>The referenced bits of file-backed pages: 3.</summary>
    Mapped = 3,

    /// <summary>The soft-dirty bits, which <c>pagemap</c> shows: 4.</summary>
    SoftDirty = 4,

    /// <summary>The peak resident set size (<c>VmHWM</c>), which is reset to the current one: 5.</summary>
    PeakResident = 5,
}
