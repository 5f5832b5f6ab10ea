using Microsoft.CodeAnalysis;

namespace ProcFs.Generators;

/// <summary>A type marked <c>[Fields]</c>, as its declaration has it.</summary>
internal sealed class FieldsType
{
    public const string Namespace = "ProcFs.Grammar";

    public const string AttributeName = Namespace + ".FieldsAttribute";

    public FieldsType(INamedTypeSymbol symbol)
    {
        Symbol = symbol;
        IEnumerable<IPropertySymbol> own = symbol.GetMembers().OfType<IPropertySymbol>();
        Implemented = symbol.AllInterfaces
            .SelectMany(type => type.GetMembers().OfType<IPropertySymbol>())
            .Where(FieldProperty.IsOne)
            .Where(property => symbol.FindImplementationForInterfaceMember(property) is null)
            .ToList();
        Properties = own.Where(FieldProperty.IsOne).Concat(Implemented).Select((property, number) => new FieldProperty(property, number)).ToList();
        Ignored = symbol.GetAttributes()
            .Where(attribute => attribute.AttributeClass?.ToDisplayString() == AttributeName)
            .SelectMany(attribute => attribute.NamedArguments)
            .Where(argument => argument.Key == "Ignored")
            .SelectMany(argument => argument.Value.Values)
            .Select(value => (string)value.Value!)
            .ToList();
    }

    public INamedTypeSymbol Symbol { get; }

    public string FileName => Symbol.ToDisplayString().Replace('<', '_').Replace('>', '_') + ".g.cs";

    /// <summary>All properties that name fields: the type's own first, those of its interfaces behind.</summary>
    public List<FieldProperty> Properties { get; }

    /// <summary>Properties of interfaces that the type leaves to be written.</summary>
    public List<IPropertySymbol> Implemented { get; }

    /// <summary>Keys that the type has no use for.</summary>
    public List<string> Ignored { get; }

    /// <summary>Whether the type says itself why a property is null.</summary>
    public bool SaysWhyMissing => Symbol.GetMembers("WhyMissing").Any();

    /// <summary>Whether the type has reasons for nulls that are no fields.</summary>
    public bool AddsMissing => Symbol.GetMembers("AddMissing").Any();

    /// <summary>The method that adds up two objects, where the type declares one.</summary>
    public IMethodSymbol? Sum => Symbol.GetMembers("Add").OfType<IMethodSymbol>().FirstOrDefault(method => method.IsPartialDefinition);

    /// <summary>Whether the method of <c>Value</c> has an overload that may give null for what is written as a number.</summary>
    public static bool ReadsNull(AttributeData source, string method, ITypeSymbol type) =>
        type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
        && source.AttributeClass!.ContainingAssembly.GetTypeByMetadataName(Namespace + ".Value")!
            .GetMembers(method)
            .OfType<IMethodSymbol>()
            .Any(overload => SymbolEqualityComparer.Default.Equals(overload.Parameters.Last().Type, type));

    /// <summary>The property of this name, where the type declares it without a body.</summary>
    public IPropertySymbol? Partial(string name) =>
        Symbol.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault(property => property.IsPartialDefinition);
}
