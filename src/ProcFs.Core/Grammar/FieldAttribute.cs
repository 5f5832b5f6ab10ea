namespace ProcFs.Grammar;

/// <summary>The place of the field that the property holds, in a line of fields that have no names.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class FieldAttribute(int number, Scale scale = Scale.None) : Attribute
{
    /// <summary>The number of the field, as the manual counts them.</summary>
    public int Number => number;

    /// <summary>What the value counts.</summary>
    public Scale Scale => scale;

    /// <inheritdoc cref="KeyAttribute.Parser"/>
    public string? Parser { get; init; }
}
