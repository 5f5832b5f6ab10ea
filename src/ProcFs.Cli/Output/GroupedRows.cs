using ProcFs.Text;

namespace ProcFs.Cli.Output;

/// <summary>Counts the rows by the value of a property, and writes the counts, largest first.</summary>
internal sealed class GroupedRows(IRowWriter counts, string property) : IRowWriter
{
    private readonly Dictionary<string, int> _groups = [];
    private readonly SortedSet<string> _known = new(StringComparer.Ordinal);
    private Type? _type;
    private RowShape.Property? _property;
    private bool _isFound;

    public void Write(object row)
    {
        if (row.GetType() != _type)
        {
            Select(row.GetType());
        }

        string name = CellText.Plain(_property?.Get(row));
        _groups[name] = _groups.GetValueOrDefault(name) + 1;
    }

    public void Complete()
    {
        if (_groups.Count > 0 && !_isFound)
        {
            throw new UsageException($"There is no property \"{DisplayText.Escape(property)}\" to group by. The properties are: {string.Join(", ", _known)}.");
        }

        foreach ((string name, int count) in _groups.OrderByDescending(group => group.Value).ThenBy(group => group.Key, StringComparer.Ordinal))
        {
            counts.Write(new RowGroup(count, name));
        }

        counts.Complete();
    }

    private void Select(Type type)
    {
        _type = type;
        var shape = RowShape.Of(type);
        _property = shape.Find(property);
        _isFound |= _property is not null;
        _known.UnionWith(shape.Properties.Select(known => known.Name));
    }
}
