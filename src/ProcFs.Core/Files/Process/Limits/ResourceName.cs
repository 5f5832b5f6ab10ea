namespace ProcFs;

/// <summary>The resources that a process's use of is limited: the kernel's words for them, and the names of setrlimit(2).</summary>
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

    /// <summary>All that are known, in the kernel's order: the kernel's words and the name.</summary>
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

    /// <summary>The name of what the kernel calls <paramref name="name"/>; the same words where they are not known.</summary>
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
