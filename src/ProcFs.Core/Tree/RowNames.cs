using System.Runtime.InteropServices;

namespace ProcFs.Tree;

/// <summary>Names of rows, made unique: the second row with a name gets the suffix <c>~2</c>, the third <c>~3</c>.</summary>
internal sealed class RowNames
{
    private readonly HashSet<string> _given = [];
    private readonly Dictionary<string, int> _repeated = [];

    /// <summary>Reads a table up to the row with the unique name; null if there is none.</summary>
    public static T? Find<T>(ProcSource source, RowReader<T> read, Func<T, string> nameOf, string name)
        where T : class
    {
        var names = new RowNames();
        T? found = null;
        read(source, row =>
        {
            found = names.MakeUnique(nameOf(row)) == name ? row : null;
            return found is null;
        });
        return found;
    }

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
