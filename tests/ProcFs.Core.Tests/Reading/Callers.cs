namespace ProcFs;

/// <summary>Callers that the kernel treats differently.</summary>
internal static class Callers
{
    public static Caller User { get; } = new() { Capabilities = new CapabilitySet(0), IsRoot = false, IsInFirstNamespace = true, Groups = [1000, 27] };

    public static Caller Root { get; } = new() { Capabilities = new CapabilitySet(ulong.MaxValue), IsRoot = true, IsInFirstNamespace = true, Groups = [0] };

    /// <summary>Root in a container: its user id is 0, but it lacks the relevant capabilities.</summary>
    public static Caller RootWithout { get; } = new() { Capabilities = new CapabilitySet(0), IsRoot = true, IsInFirstNamespace = true, Groups = [0] };

    public static Caller RootOfNamespace { get; } =
        new() { Capabilities = new CapabilitySet(ulong.MaxValue), IsRoot = true, IsInFirstNamespace = false, Groups = [0] };
}
