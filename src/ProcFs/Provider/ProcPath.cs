namespace ProcFs.Provider;

/// <summary>
/// Paths as the provider gets them, by their letters alone. The engine's own methods ask ItemExists for each item, which
/// makes a listing of a hundred descriptors a hundred and three calls.
/// </summary>
internal static class ProcPath
{
    private const char Separator = '/';

    /// <summary>
    /// The path with single slashes, none at its end, and without "." and "..". A ".." at the top of a rooted path stays
    /// where it is.
    /// </summary>
    public static string Normalize(string path)
    {
        string slashed = path.Replace('\\', Separator);
        bool isRooted = slashed.StartsWith(Separator);
        var segments = new List<string>();
        foreach (string segment in slashed.Split(Separator, StringSplitOptions.RemoveEmptyEntries))
        {
            switch (segment)
            {
                case ".":
                    break;
                case ".." when segments.Count > 0 && segments[^1] != "..":
                    segments.RemoveAt(segments.Count - 1);
                    break;
                case ".." when isRooted:
                    break;
                default:
                    segments.Add(segment);
                    break;
            }
        }

        string joined = string.Join(Separator, segments);
        return isRooted ? Separator + joined : joined;
    }

    /// <summary>What lies below <paramref name="root"/>; the empty text for the root itself. A path that is not rooted lies below it.</summary>
    public static string RelativeTo(string root, string path)
    {
        string normal = Normalize(path);
        if (normal == root)
        {
            return "";
        }

        return IsBelow(root, normal) ? normal[(root.Length + 1)..] : normal.TrimStart(Separator);
    }

    /// <summary>Whether a path that is normal lies in the folder <paramref name="root"/> or is that folder.</summary>
    public static bool IsIn(string root, string path) => path == root || IsBelow(root, path);

    /// <summary>The last part of the path.</summary>
    public static string Leaf(string path)
    {
        string normal = Normalize(path);
        return normal[(normal.LastIndexOf(Separator) + 1)..];
    }

    /// <summary>The path without its last part; the empty text for <paramref name="root"/> and what has no parent.</summary>
    public static string Parent(string path, string root)
    {
        string normal = Normalize(path);
        if (normal == Normalize(root))
        {
            return "";
        }

        int end = normal.LastIndexOf(Separator);
        return end switch
        {
            < 0 => "",
            0 => normal.Length == 1 ? "" : "/",
            _ => normal[..end],
        };
    }

    /// <summary>A child's path.</summary>
    public static string Join(string parent, string child)
    {
        if (parent.Length == 0)
        {
            return Slashed(child);
        }

        string start = Slashed(parent);
        string end = Slashed(child).TrimStart(Separator);
        return start.EndsWith(Separator) ? start + end : $"{start}/{end}";
    }

    /// <summary>The way from <paramref name="basePath"/> to <paramref name="path"/>.</summary>
    public static string Relative(string path, string basePath)
    {
        string normal = Normalize(path);
        string from = Normalize(basePath);
        if (!normal.StartsWith(Separator) || from.Length == 0)
        {
            return normal;
        }

        if (normal == from)
        {
            return "";
        }

        if (IsBelow(from, normal))
        {
            return normal[(from == "/" ? 1 : from.Length + 1)..];
        }

        string[] target = normal.Split(Separator, StringSplitOptions.RemoveEmptyEntries);
        string[] start = from.Split(Separator, StringSplitOptions.RemoveEmptyEntries);
        int common = target.Zip(start).TakeWhile(pair => pair.First == pair.Second).Count();
        return string.Join(Separator, Enumerable.Repeat("..", start.Length - common).Concat(target.Skip(common)));
    }

    // The backslash of "ProcFs\ProcFs::/proc" belongs to the name of the provider.
    private static string Slashed(string path)
    {
        int qualifier = path.IndexOf("::", StringComparison.Ordinal);
        int start = qualifier < 0 ? 0 : qualifier + 2;
        return string.Concat(path.AsSpan(0, start), path[start..].Replace('\\', Separator));
    }

    private static bool IsBelow(string root, string path) =>
        root == "/" ? path.Length > 1 : path.Length > root.Length && path[root.Length] == Separator && path.StartsWith(root, StringComparison.Ordinal);
}
