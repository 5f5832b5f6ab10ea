namespace ProcFs;

/// <summary>
/// Models <c>/proc/&lt;pid&gt;/patch_state</c>: the state of a task in the transition to a patched kernel (Documentation/livepatch/livepatch.rst).
/// </summary>
public enum LivePatchState : long
{
    /// <summary>No patch is being applied or reverted.</summary>
    None = -1,

    /// <summary>The task still runs unpatched code.</summary>
    Unpatched = 0,

    /// <summary>The task runs patched code.</summary>
    Patched = 1,
}
