namespace ProcFs.Grammar;

/// <summary>
/// The key of the file whose value the property holds. A property may name several keys, as kernels have renamed it, and several properties may hold
/// parts of one value.
/// </summary>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
internal sealed class KeyAttribute(string key, Scale scale = Scale.None) : Attribute
{
    /// <summary>The key, exact; where a line holds several columns, the name of the column.</summary>
    public string Key => key;

    /// <summary>What the value counts.</summary>
    public Scale Scale => scale;

    /// <summary>
    /// The method that reads the value, for what no scale says: <c>bool Try(ReadOnlySpan&lt;byte&gt; value, ProcSource source, out T result)</c>, with the
    /// property's own type.
    /// </summary>
    public string? Parser { get; init; }

    /// <summary>How many numbers a list of them must have.</summary>
    public int Count { get; init; }

    /// <summary>Whether blanks around the value are a part of it.</summary>
    public bool Exact { get; init; }
}
