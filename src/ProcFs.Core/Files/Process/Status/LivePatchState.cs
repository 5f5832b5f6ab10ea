namespace ProcFs;

/// <summary>Models <c>/proc/&lt;pid&gt;/patch_state</c>: where a task is on the way to a patched kernel (Documentation/livepatch/livepatch.rst).</summary>
public enum LivePatchState : long
{
    /// <summary>No patch is being put in or taken out.</summary>
    None = -1,

    /// <summary>It still runs the code without the patch.</summary>
    Unpatched = 0,

    /// <summary>It runs the patched code.</summary>
    Patched = 1,
}
