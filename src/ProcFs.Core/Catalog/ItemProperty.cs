using System.Reflection;

namespace ProcFs;

/// <summary>A property of an <see cref="ItemShape"/>.</summary>
public sealed class ItemProperty
{
    private readonly PropertyInfo _property;

    internal ItemProperty(PropertyInfo property) => _property = property;

    /// <summary>The name, which is also the one that the cmdlets' objects have.</summary>
    public string Name => _property.Name;

    /// <summary>The value of the property of <paramref name="item"/>.</summary>
    public object? GetValue(object item) => _property.GetValue(item);
}
