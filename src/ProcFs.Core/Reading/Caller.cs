using ProcFs.Grammar;
using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs;

/// <summary>
/// The privileges of this process, according to the kernel. User id 0 is not conclusive: root in a container can lack capabilities, root in a user namespace has
/// them only for objects of that namespace, and a user can have been granted some.
/// </summary>
internal sealed class Caller
{
    public const string Ptrace = "CAP_SYS_PTRACE";
    public const string Syslog = "CAP_SYSLOG";

    // Allows reading any file regardless of its mode (capabilities(7)).
    public const string ReadAny = "CAP_DAC_READ_SEARCH or CAP_DAC_OVERRIDE";

    // PROC_USER_INIT_INO (include/linux/proc_ns.h): the initial user namespace.
    private const string FirstNamespace = "user:[4026531837]";

    private static readonly Lazy<Caller> s_current = new(Read);

    /// <summary>This process.</summary>
    public static Caller Current => s_current.Value;

    /// <summary>Its effective capabilities.</summary>
    public required CapabilitySet Capabilities { get; init; }

    /// <summary>Whether its user id is 0, in any user namespace.</summary>
    public required bool IsRoot { get; init; }

    /// <summary>Whether its capabilities apply to the whole machine, because it is in the initial user namespace.</summary>
    public required bool IsInFirstNamespace { get; init; }

    /// <summary>Its groups.</summary>
    public required IReadOnlyList<uint> Groups { get; init; }

    /// <summary>Whether it can read all processes, except as restricted by a security module or ptrace_scope.</summary>
    public bool SeesAllProcesses => IsInFirstNamespace && Has(Ptrace);

    /// <summary>Whether it has one of the capabilities, which are separated by <c>or</c>.</summary>
    public bool Has(string capabilities) => capabilities.Split(" or ").Any(Capabilities.Contains);

    /// <summary>The reason why a capability does not give it access, or advice, in one sentence.</summary>
    /// <param name="capability">The capability, or several separated by <c>or</c>.</param>
    /// <param name="asRoot">The advice for a user who is not root.</param>
    /// <param name="evenToRoot">The explanation for a caller with the effective capability.</param>
    public string Explain(string capability, string asRoot, string evenToRoot) => this switch
    {
        _ when Has(capability) && IsInFirstNamespace => evenToRoot,
        _ when Has(capability) => $"This process has {capability} only in its own user namespace, which has no effect here.",
        { IsRoot: true } => $"It needs {capability}, which this process lacks although it is root.",
        _ => asRoot,
    };

    private static Caller Read()
    {
        if (!OperatingSystem.IsLinux())
        {
            return new Caller { Capabilities = new CapabilitySet(0), IsRoot = false, IsInFirstNamespace = true, Groups = [] };
        }

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
