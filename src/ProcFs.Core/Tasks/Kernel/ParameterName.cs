namespace ProcFs;

/// <summary>
/// Names of parameters, as sysctl(8) takes them: <c>vm.swappiness</c>, <c>vm/swappiness</c>, and <c>net.ipv4.conf.eth0/100.forwarding</c> for an interface whose name has a dot. The
/// separator that comes first separates; the other one stands for a dot inside a part.
/// </summary>
internal static class ParameterName
{
    private static readonly string[] s_prefixes = ["/proc/sys/", "proc:/sys/", "proc:\\sys\\", "/sys/", "sys/"];

    /// <summary>The name with dots between its parts.</summary>
    public static string Normalize(string typed)
    {
        string name = typed.Trim();
        string? prefix = Array.Find(s_prefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
        name = prefix is null ? name : name[prefix.Length..].Replace('\\', '/');
        return prefix is not null || name.AsSpan().IndexOfAny('.', '/') is var first and >= 0 && name[first] == '/' ? Swap(name) : name;
    }

    /// <summary>The path below the root of a name with dots.</summary>
    public static string ToPath(string name) => $"sys/{Swap(name)}".TrimEnd('/');

    /// <summary>The folder below which every name lies that a wildcard can match.</summary>
    public static string FolderOf(string pattern)
    {
        int wildcard = pattern.AsSpan().IndexOfAny("*?[`");
        int end = pattern.LastIndexOf('.', wildcard < 0 ? pattern.Length - 1 : wildcard);
        return end < 0 ? "sys" : ToPath(pattern[..end]);
    }

    private static string Swap(string name) => string.Create(name.Length, name, static (swapped, name) =>
    {
        for (int i = 0; i < name.Length; i++)
        {
            swapped[i] = name[i] switch { '.' => '/', '/' => '.', var other => other };
        }
    });
}
