using Microsoft.CodeAnalysis;

namespace ProcFs.Generators;

/// <summary>A type marked <c>[Fields]</c>, as declared.</summary>
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

    /// <summary>All properties that name fields: those of the type first, then those of its interfaces.</summary>
    public List<FieldProperty> Properties { get; }

    /// <summary>Properties of interfaces that the type leaves to be generated.</summary>
    public List<IPropertySymbol> Implemented { get; }

    /// <summary>Keys that the type ignores.</summary>
    public List<string> Ignored { get; }

    /// <summary>Whether the type itself determines why a property is null.</summary>
    public bool SaysWhyMissing => Symbol.GetMembers("WhyMissing").Any();

    /// <summary>Whether the type has reasons for nulls that are not fields.</summary>
    public bool AddsMissing => Symbol.GetMembers("AddMissing").Any();

    /// <summary>The method that adds two objects, if the type declares one.</summary>
    public IMethodSymbol? Sum => Symbol.GetMembers("Add").OfType<IMethodSymbol>().FirstOrDefault(method => method.IsPartialDefinition);

    /// <summary>Whether the method of <c>Value</c> has an overload that can return null for a numeric text.</summary>
    public static bool ReadsNull(AttributeData source, string method, ITypeSymbol type) =>
        type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
        && source.AttributeClass!.ContainingAssembly.GetTypeByMetadataName(Namespace + ".Value")!
            .GetMembers(method)
            .OfType<IMethodSymbol>()
            .Any(overload => SymbolEqualityComparer.Default.Equals(overload.Parameters.Last().Type, type));

    /// <summary>The property with this name, if the type declares it without a body.</summary>
    public IPropertySymbol? Partial(string name) =>
        Symbol.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault(property => property.IsPartialDefinition);
}
