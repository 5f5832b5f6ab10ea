namespace ProcFs;

/// <summary>The pressure stall information for the resources of the machine.</summary>
/// <param name="root">The /proc to read.</param>
/// <param name="resources">The resources; null for all that this kernel supports.</param>
public sealed class PressureQuery(ProcRoot root, IReadOnlyList<string>? resources = null)
{
    private static readonly string[] s_all = ["cpu", "io", "irq", "memory"];

    /// <summary>Reads them. A resource that the kernel does not support is an error only if it is named, or if none is supported.</summary>
    public IEnumerable<Outcome<ResourcePressure>> Read()
    {
        ProcException? missing = null;
        bool any = false;
        foreach (string resource in resources ?? s_all)
        {
            Outcome<ResourcePressure> outcome = Read(resource);
            if (outcome.Error is { Kind: ProcErrorKind.NotFound } error && resources is null)
            {
                missing = error;
                continue;
            }

            any = true;
            yield return outcome;
        }

        if (!any && missing is not null)
        {
            yield return Outcome<ResourcePressure>.Failed(missing);
        }
    }

    private Outcome<ResourcePressure> Read(string resource)
    {
        try
        {
            return Outcome<ResourcePressure>.Of(root.Read<ResourcePressure>(resource.ToLowerInvariant()));
        }
        catch (ProcException error)
        {
            return Outcome<ResourcePressure>.Failed(error);
        }
    }
}
