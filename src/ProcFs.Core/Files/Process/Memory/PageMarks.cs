namespace ProcFs;

/// <summary>
/// Models the values that <c>/proc/&lt;pid&gt;/clear_refs</c> takes: which marks are cleared. Source: proc_pid_clear_refs(5), clear_refs_write() of
/// fs/proc/task_mmu.c.
/// </summary>
public enum PageMarks : long
{
    /// <summary>That pages were referenced, for all of them: 1.</summary>
    All = 1,

    /// <summary>That pages were referenced, for those that belong to no file: 2.</summary>
    Anonymous = 2,

    /// <summary>That pages were referenced, for those that belong to a file: 3.</summary>
    Mapped = 3,

    /// <summary>That pages were written to, which <c>pagemap</c> shows: 4.</summary>
    SoftDirty = 4,

    /// <summary>The most that was resident (<c>VmHWM</c>), which becomes what is resident now: 5.</summary>
    PeakResident = 5,
}
