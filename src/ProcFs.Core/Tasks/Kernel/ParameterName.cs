namespace ProcFs;

/// <summary>
/// Names of parameters, as accepted by sysctl(8): <c>vm.swappiness</c>, <c>vm/swappiness</c>, and <c>net.ipv4.conf.eth0/100.forwarding</c> for an interface with a
/// dot in its name. The first separator in the name is the separator; the other one stands for a dot within a part.
/// </summary>
internal static class ParameterName
{
    private static readonly string[] s_prefixes = ["/proc/sys/", "proc:/sys/", "proc:\\sys\\", "/sys/", "sys/"];

    /// <summary>The name with dots as separators.</summary>
    public static string Normalize(string typed)
    {
        string name = typed.Trim();
        string? prefix = Array.Find(s_prefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
        name = prefix is null ? name : name[prefix.Length..].Replace('\\', '/');
        return prefix is not null || name.AsSpan().IndexOfAny('.', '/') is var first and >= 0 && name[first] == '/' ? Swap(name) : name;
    }

    /// <summary>The path below the root for a name with dots.</summary>
    public static string ToPath(string name) => $"sys/{Swap(name)}".TrimEnd('/');

    /// <summary>The folder that contains all names that a wildcard can match.</summary>
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
