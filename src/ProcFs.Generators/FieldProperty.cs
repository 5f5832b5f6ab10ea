using Microsoft.CodeAnalysis;

namespace ProcFs.Generators;

/// <summary>A property that names the fields of the file with its value.</summary>
internal sealed class FieldProperty
{
    private readonly IPropertySymbol _symbol;

    public FieldProperty(IPropertySymbol symbol, int number)
    {
        _symbol = symbol;
        Number = number;
        Sources = symbol.GetAttributes().Where(IsSource).ToList();
    }

    /// <summary>The attributes that name its fields.</summary>
    public List<AttributeData> Sources { get; }

    public string Name => _symbol.Name;

    /// <summary>Its position among the properties of the type, from 0.</summary>
    public int Number { get; }

    public IPropertySymbol Symbol => _symbol;

    /// <summary>Whether it is null until the file sets it.</summary>
    public bool IsNullable => IsNullableValue || _symbol.NullableAnnotation == NullableAnnotation.Annotated;

    /// <summary>Whether it can be summed, as sizes and counts can.</summary>
    public bool IsSum => IsNullableValue && ValueType.SpecialType == SpecialType.System_Int64;

    /// <summary>The type of the parsed value: the underlying type of an enumeration, and never the nullable form.</summary>
    public ITypeSymbol NumberType => ValueType is INamedTypeSymbol { EnumUnderlyingType: { } number } ? number : ValueType;

    public ITypeSymbol ValueType => IsNullableValue ? ((INamedTypeSymbol)_symbol.Type).TypeArguments[0] : _symbol.Type;

    private bool IsNullableValue => _symbol.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    public static bool IsOne(IPropertySymbol symbol) => symbol.GetAttributes().Any(IsSource);

    private static bool IsSource(AttributeData attribute) =>
        attribute.AttributeClass is { Name: "KeyAttribute" or "FieldAttribute" } type && type.ContainingNamespace.ToDisplayString() == FieldsType.Namespace;
}
