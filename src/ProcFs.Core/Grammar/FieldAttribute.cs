namespace ProcFs.Grammar;

/// <summary>The position of the property's field in a line of unnamed fields.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class FieldAttribute(int number, Scale scale = Scale.None) : Attribute
{
    /// <summary>The number of the field, as in the manual page.</summary>
    public int Number => number;

    /// <summary>The unit of the value.</summary>
    public Scale Scale => scale;

    /// <inheritdoc cref="KeyAttribute.Parser"/>
    public string? Parser { get; init; }
}
