using System.Runtime.InteropServices;

namespace ProcFs.Tree;

/// <summary>Names of rows, made unique: the second row of a name gets <c>~2</c> behind it, the third <c>~3</c>.</summary>
internal sealed class RowNames
{
    private readonly Dictionary<string, int> _seen = [];

    public string MakeUnique(string name)
    {
        ref int count = ref CollectionsMarshal.GetValueRefOrAddDefault(_seen, name, out _);
        count++;
        return count == 1 ? name : $"{name}~{count}";
    }
}
