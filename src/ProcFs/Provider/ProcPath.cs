using ProcFs.Tree;

namespace ProcFs.Provider;

/// <summary>
/// Paths as passed to the provider, processed as text only. The engine's own methods call ItemExists for each item, which makes a listing of a hundred descriptors
/// a hundred and three calls.
/// </summary>
internal static class ProcPath
{
    private const char Separator = '/';

    /// <summary>Whether the path ends like that of a folder.</summary>
    public static bool EndsWithSeparator(string path) => path.EndsWith(Separator) || path.EndsWith('\\');

    /// <summary>The last part of the path.</summary>
    public static string Leaf(string path)
    {
        string normal = TreePath.Normalize(path);
        return normal[(normal.LastIndexOf(Separator) + 1)..];
    }

    /// <summary>The path without its last part; empty for <paramref name="root"/> and a path without a parent.</summary>
    public static string Parent(string path, string root)
    {
        string normal = TreePath.Normalize(path);
        if (normal == TreePath.Normalize(root))
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

    /// <summary>The relative path from <paramref name="basePath"/> to <paramref name="path"/>.</summary>
    public static string Relative(string path, string basePath)
    {
        string normal = TreePath.Normalize(path);
        string from = TreePath.Normalize(basePath);
        if (!normal.StartsWith(Separator) || from.Length == 0)
        {
            return normal;
        }

        if (normal == from)
        {
            return "";
        }

        if (TreePath.IsIn(from, normal))
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
}
