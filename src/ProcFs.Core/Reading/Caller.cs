using ProcFs.Grammar;
using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs;

/// <summary>
/// What the kernel lets this process do, by the kernel's own word. User id 0 says little: root of a container may lack capabilities, root of a user
/// namespace has them over what belongs to that namespace alone, and a user may have been given some.
/// </summary>
internal sealed class Caller
{
    public const string Ptrace = "CAP_SYS_PTRACE";
    public const string Syslog = "CAP_SYSLOG";

    // What lets a file be read whatever its mode says (capabilities(7)).
    public const string ReadAny = "CAP_DAC_READ_SEARCH or CAP_DAC_OVERRIDE";

    // PROC_USER_INIT_INO (include/linux/proc_ns.h): the user namespace of the machine itself.
    private const string FirstNamespace = "user:[4026531837]";

    private static readonly Lazy<Caller> s_current = new(Read);

    /// <summary>This process.</summary>
    public static Caller Current => s_current.Value;

    /// <summary>Its effective capabilities.</summary>
    public required CapabilitySet Capabilities { get; init; }

    /// <summary>Whether its user id is 0, in whatever user namespace.</summary>
    public required bool IsRoot { get; init; }

    /// <summary>Whether its capabilities count for the whole machine: it is in the first user namespace.</summary>
    public required bool IsInFirstNamespace { get; init; }

    /// <summary>The groups that it is in.</summary>
    public required IReadOnlyList<uint> Groups { get; init; }

    /// <summary>Whether no process is closed to it but for a security module or ptrace_scope.</summary>
    public bool SeesAllProcesses => IsInFirstNamespace && Has(Ptrace);

    /// <summary>Whether it has one of the capabilities, which have <c>or</c> between them.</summary>
    public bool Has(string capabilities) => capabilities.Split(" or ").Any(Capabilities.Contains);

    /// <summary>Why it does not see what a capability would show it, and what to do: one sentence.</summary>
    /// <param name="capability">The capability, or several with <c>or</c> between them.</param>
    /// <param name="asRoot">What a user is told who is not root.</param>
    /// <param name="evenToRoot">What those are told who have the capability where it counts.</param>
    public string Explain(string capability, string asRoot, string evenToRoot) => this switch
    {
        _ when Has(capability) && IsInFirstNamespace => evenToRoot,
        _ when Has(capability) => $"This process has {capability} only in its own user namespace, which has no effect here.",
        { IsRoot: true } => $"It needs {capability}, which this process lacks although it is root.",
        _ => asRoot,
    };

    private static Caller Read()
    {
        var file = new ReadBuffer();
        ReadOnlySpan<byte> status = file.ReadFile(null, "/proc/thread-self/status") == Errno.None ? file.Bytes : default;
        var groups = new List<uint> { Libc.getegid() };
        var words = new FieldScanner(KeyValues.Find(status, "Groups"u8));
        while (words.Next() is { IsEmpty: false } word)
        {
            if (Number.TryUInt32(word, out uint group))
            {
                groups.Add(group);
            }
        }

        bool isKnown = Number.TryHex(KeyValues.Find(status, "CapEff"u8), out ulong mask);
        bool isRoot = Libc.geteuid() == 0;
        var link = new ReadBuffer(NativeName.StackSize);
        bool hasNamespace = link.ReadLink((Descriptor?)null, "/proc/thread-self/ns/user") == Errno.None;
        return new Caller
        {
            Capabilities = new CapabilitySet(isKnown ? mask : isRoot ? ulong.MaxValue : 0),
            IsRoot = isRoot,
            IsInFirstNamespace = !hasNamespace || LosslessText.Decode(link.Bytes) == FirstNamespace,
            Groups = groups,
        };
    }
}
