using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace ProcFs;

/// <summary>The properties of a type of this library, in the order of declaration, with which a front end can write out an object of any type.</summary>
public sealed class ItemShape
{
    private readonly FrozenDictionary<string, ItemProperty> _byName;

    private ItemShape(IReadOnlyList<ItemProperty> properties, bool hasText)
    {
        Properties = properties;
        _byName = properties.ToFrozenDictionary(property => property.Name);
        HasText = hasText;
    }

    /// <summary>The public properties.</summary>
    public IReadOnlyList<ItemProperty> Properties { get; }

    /// <summary>Whether the type overrides <see cref="object.ToString"/>.</summary>
    public bool HasText { get; }

    /// <summary>The property with this name; null if there is none.</summary>
    public ItemProperty? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The shape of a class or structure of this library; null for any other type, which is a plain value.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "ILLink.Descriptors.xml keeps every member of this assembly.")]
    public static ItemShape? Find(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (type.Assembly != typeof(ItemShape).Assembly || type.IsEnum)
        {
            return null;
        }

        MethodInfo? text = type.GetMethod(nameof(ToString), Type.EmptyTypes);
        bool hasText = text is not null && text.DeclaringType?.Assembly == type.Assembly && !text.IsDefined(typeof(CompilerGeneratedAttribute));
        return new ItemShape(
            [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.CanRead && property.GetIndexParameters().Length == 0)
                .Select(property => new ItemProperty(property))],
            hasText);
    }
}
