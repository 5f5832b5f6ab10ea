using System.Runtime.InteropServices;

namespace ProcFs.Tree;

/// <summary>Names of rows, made unique: the second row of a name gets <c>~2</c> behind it, the third <c>~3</c>.</summary>
internal sealed class RowNames
{
    private readonly HashSet<string> _given = [];
    private readonly Dictionary<string, int> _repeated = [];

    public string MakeUnique(string name)
    {
        if (_given.Add(name))
        {
            return name;
        }

        ref int count = ref CollectionsMarshal.GetValueRefOrAddDefault(_repeated, name, out _);
        string unique;
        do
        {
            count = Math.Max(count, 1) + 1;
            unique = $"{name}~{count}";
        }
        while (!_given.Add(unique));

        return unique;
    }
}
