namespace ProcFs.Tree;

/// <summary>Paths of the tree as people and engines write them, processed as text only.</summary>
public static class TreePath
{
    private const char Separator = '/';

    /// <summary>The path with single slashes, without a trailing one, and without "." and "..". A ".." at the top of a rooted path is kept.</summary>
    public static string Normalize(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
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

    /// <summary>The path relative to <paramref name="root"/>; empty for the root itself. A path that is not rooted is relative to it.</summary>
    public static string RelativeTo(string root, string path)
    {
        ArgumentNullException.ThrowIfNull(root);
        string normal = Normalize(path);
        if (normal == root)
        {
            return "";
        }

        return IsBelow(root, normal) ? normal[(root.Length + 1)..] : normal.TrimStart(Separator);
    }

    /// <summary>Whether a normalized path is <paramref name="root"/>, or is below it.</summary>
    public static bool IsIn(string root, string path)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(path);
        return path == root || IsBelow(root, path);
    }

    private static bool IsBelow(string root, string path) =>
        root == "/" ? path.Length > 1 : path.Length > root.Length && path[root.Length] == Separator && path.StartsWith(root, StringComparison.Ordinal);
}
