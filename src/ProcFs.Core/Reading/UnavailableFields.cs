using System.Collections.Frozen;
using ProcFs.Interop;

namespace ProcFs;

/// <summary>
/// Gathers why fields of an object are null. Where null is the fact itself (a kernel thread has no memory, a process no terminal), nothing is
/// said.
/// </summary>
internal struct UnavailableFields
{
    private Dictionary<string, UnavailableReason>? _fields;

    /// <summary>What an object says that lacks nothing.</summary>
    public static IReadOnlyDictionary<string, UnavailableReason> None => FrozenDictionary<string, UnavailableReason>.Empty;

    /// <summary>What was gathered; the names of the fields are compared without case, as PowerShell does.</summary>
    public readonly IReadOnlyDictionary<string, UnavailableReason> ToDictionary() => _fields ?? None;

    /// <summary>A field and its reason; without a reason nothing is added.</summary>
    public void Add(string field, UnavailableReason? reason)
    {
        if (reason is { } known)
        {
            (_fields ??= new Dictionary<string, UnavailableReason>(StringComparer.OrdinalIgnoreCase))[field] = known;
        }
    }

    /// <summary>Whether nothing was gathered.</summary>
    public readonly bool IsEmpty => _fields is null;

    /// <summary>Whether a reason is known for the field.</summary>
    public readonly bool Has(string field) => _fields?.ContainsKey(field) == true;

    /// <summary>All that another has gathered, which counts more than what is here.</summary>
    public void Add(in UnavailableFields others)
    {
        foreach ((string field, UnavailableReason reason) in others.ToDictionary())
        {
            Add(field, reason);
        }
    }

    /// <summary>A field that is null here and comes from another object: the reason is that of the field there.</summary>
    public void AddFrom(IReadOnlyDictionary<string, UnavailableReason> fields, string field, string? theirs = null)
    {
        if (fields.TryGetValue(theirs ?? field, out UnavailableReason reason))
        {
            Add(field, reason);
        }
    }

    /// <summary>The same reason for each of the fields that is null; without a reason nothing is said.</summary>
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

    /// <summary>What an error means for the fields that the file would have given; null where a kernel thread has nothing of the kind.</summary>
    public static UnavailableReason? ReasonOf(Errno error, ProcessDirectory process) => error switch
    {
        Errno.None => null,
        Errno.EACCES or Errno.EPERM => UnavailableReason.Denied,
        Errno.ESRCH => process.IsKernelThread ? null : UnavailableReason.Gone,
        _ => process.Identity switch
        {
            null or { State: ProcessState.Zombie or ProcessState.Dead } => UnavailableReason.Gone,
            { IsKernelThread: true } => null,
            _ => UnavailableReason.NotOnThisKernel,
        },
    };
}
