namespace ProcFs.Grammar;

/// <summary>
/// The key in the file of the property's value. A property can name several keys, if kernels have renamed it, and several properties can hold parts of one value.
/// </summary>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
internal sealed class KeyAttribute(string key, Scale scale = Scale.None) : Attribute
{
    /// <summary>The exact key; in a line with several columns, the name of the column.</summary>
    public string Key => key;

    /// <summary>The unit of the value.</summary>
    public Scale Scale => scale;

    /// <summary>
    /// The method that parses a value for which there is no scale: <c>bool Try(ReadOnlySpan&lt;byte&gt; value, ProcSource source, out T result)</c>, with the type
    /// of the property.
    /// </summary>
    public string? Parser { get; init; }

    /// <summary>The required number of numbers in a list.</summary>
    public int Count { get; init; }

    /// <summary>Whether blanks around the value are part of it.</summary>
    public bool Exact { get; init; }
}
