namespace ProcFs;

/// <summary>The limited resources: the names in the kernel and those of setrlimit(2).</summary>
public static class ResourceName
{
    internal const string Cpu = "CPU";
    internal const string Data = "DATA";
    internal const string Stack = "STACK";
    internal const string ResidentSet = "RSS";
    internal const string Processes = "NPROC";
    internal const string OpenFiles = "NOFILE";
    internal const string LockedMemory = "MEMLOCK";
    internal const string AddressSpace = "AS";
    internal const string PendingSignals = "SIGPENDING";

    /// <summary>All known resources, in the order of the kernel: the kernel's name and the resource name.</summary>
    public static IReadOnlyList<(string Name, string Resource)> All { get; } =
    [
        ("cpu time", Cpu),
        ("file size", "FSIZE"),
        ("data size", Data),
        ("stack size", Stack),
        ("core file size", "CORE"),
        ("resident set", ResidentSet),
        ("processes", Processes),
        ("open files", OpenFiles),
        ("locked memory", LockedMemory),
        ("address space", AddressSpace),
        ("file locks", "LOCKS"),
        ("pending signals", PendingSignals),
        ("msgqueue size", "MSGQUEUE"),
        ("nice priority", "NICE"),
        ("realtime priority", "RTPRIO"),
        ("realtime timeout", "RTTIME"),
    ];

    /// <summary>The resource name for the kernel's <paramref name="name"/>, or the same text if it is unknown.</summary>
    internal static string Of(string name)
    {
        foreach ((string words, string resource) in All)
        {
            if (words == name)
            {
                return resource;
            }
        }

        return name;
    }
}
