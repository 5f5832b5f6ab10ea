using ProcFs.Interop;

namespace ProcFs;

/// <summary>
/// Collects the reasons why properties of an object are null. A null that is a fact in itself (a kernel thread has no memory, a process no terminal) has no reason.
/// </summary>
internal struct UnavailableFields
{
    private NamedValues<UnavailableReason>? _fields;

    /// <summary>The result for an object that lacks nothing.</summary>
    public static IReadOnlyDictionary<string, UnavailableReason> None => NamedValues<UnavailableReason>.Empty;

    /// <summary>The collected reasons; property names are case-insensitive, as in PowerShell.</summary>
    public readonly IReadOnlyDictionary<string, UnavailableReason> ToDictionary() => _fields ?? None;

    /// <summary>Adds a property and its reason; without a reason nothing is added.</summary>
    public void Add(string field, UnavailableReason? reason)
    {
        if (reason is { } known)
        {
            (_fields ??= new NamedValues<UnavailableReason>(StringComparer.OrdinalIgnoreCase)).Set(field, known);
        }
    }

    /// <summary>Whether nothing was collected.</summary>
    public readonly bool IsEmpty => _fields is null;

    /// <summary>Whether a reason is known for the property.</summary>
    public readonly bool Has(string field) => _fields?.ContainsKey(field) == true;

    /// <summary>Adds all reasons of another collection, which take precedence.</summary>
    public void Add(in UnavailableFields others)
    {
        foreach ((string field, UnavailableReason reason) in others.ToDictionary())
        {
            Add(field, reason);
        }
    }

    /// <summary>Adds a property that is null here and comes from another object, with its reason there.</summary>
    public void AddFrom(IReadOnlyDictionary<string, UnavailableReason> fields, string field, string? theirs = null)
    {
        if (fields.TryGetValue(theirs ?? field, out UnavailableReason reason))
        {
            Add(field, reason);
        }
    }

    /// <summary>Adds the same reason for each of the properties that is null; without a reason nothing is added.</summary>
    public static IReadOnlyDictionary<string, UnavailableReason> OfMissing(
        UnavailableReason? reason,
        params ReadOnlySpan<(string Name, object? Value)> fields)
    {
        var missing = default(UnavailableFields);
        foreach ((string name, object? value) in fields)
        {
            missing.Add(name, value is null ? reason : null);
        }

        return missing.ToDictionary();
    }

    /// <summary>The reason that an error implies for the fields of a file; null if a kernel thread has none of them.</summary>
    public static UnavailableReason? ReasonOf(Errno error, ProcessDirectory process) => error switch
    {
        Errno.None => null,
        Errno.EACCES or Errno.EPERM => UnavailableReason.Denied,
        Errno.ENOENT when !process.Root.IsLive => ReasonInCapture(process),
        Errno.ESRCH => process.IsKernelThread ? null : UnavailableReason.Gone,
        _ => process.Identity switch
        {
            null or { State: ProcessState.Zombie or ProcessState.Dead } => UnavailableReason.Gone,
            { IsKernelThread: true } => null,
            _ => UnavailableReason.NotOnThisKernel,
        },
    };

    // Files about memory are missing of a zombie, and of a kernel thread, on a live machine too.
    private static UnavailableReason? ReasonInCapture(ProcessDirectory process) => process.Identity switch
    {
        { IsKernelThread: true } => null,
        { State: ProcessState.Zombie or ProcessState.Dead } => UnavailableReason.Gone,
        _ => UnavailableReason.NotInCapture,
    };
}
