using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>A property of an <see cref="ItemShape"/>.</summary>
public sealed class ItemProperty
{
    private readonly PropertyInfo _property;

    internal ItemProperty(PropertyInfo property)
    {
        _property = property;
        KeyAttribute? key = Said<KeyAttribute>(property).FirstOrDefault();
        Key = key?.Key;
        Unit = Said<UnitAttribute>(property).FirstOrDefault()?.Unit
            ?? UnitOf(key?.Scale ?? Said<FieldAttribute>(property).FirstOrDefault()?.Scale ?? Scale.None);
    }

    /// <summary>The name, which is also the property name of the cmdlets' objects.</summary>
    public string Name => _property.Name;

    /// <summary>The kernel's name of the field: <c>VmRSS</c>; null if the file does not name fields.</summary>
    public string? Key { get; }

    /// <summary>The type of its values; for a nullable type, the underlying type.</summary>
    public Type Type => Nullable.GetUnderlyingType(_property.PropertyType) ?? _property.PropertyType;

    /// <summary>Whether a value can be null.</summary>
    public bool IsNullable => !_property.PropertyType.IsValueType || Nullable.GetUnderlyingType(_property.PropertyType) is not null;

    /// <summary>The unit of its values.</summary>
    public Unit Unit { get; }

    /// <summary>Whether its values are numbers or time spans, which are right-aligned.</summary>
    public bool IsNumeric => !Type.IsEnum && Type.GetTypeCode(Type) is >= TypeCode.SByte and <= TypeCode.Decimal || Type == typeof(TimeSpan);

    /// <summary>The value of the property of <paramref name="item"/>.</summary>
    public object? GetValue(object item) => _property.GetValue(item);

    // The attributes of the property, or of the interface that declares it.
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "ILLink.Descriptors.xml keeps every member of this assembly.")]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "ILLink.Descriptors.xml keeps every member of this assembly.")]
    private static IEnumerable<T> Said<T>(PropertyInfo property)
        where T : Attribute => property.GetCustomAttributes<T>()
            .Concat(property.DeclaringType!.GetInterfaces()
                .Select(type => type.GetProperty(property.Name))
                .OfType<PropertyInfo>()
                .SelectMany(declared => declared.GetCustomAttributes<T>()));

    private static Unit UnitOf(Scale scale) => scale switch
    {
        Scale.KiB or Scale.BareKiB or Scale.Pages or Scale.Sectors => Unit.Bytes,
        Scale.Octal => Unit.Octal,
        Scale.Hex or Scale.PrefixedHex => Unit.Hex,
        Scale.Address => Unit.Address,
        Scale.Microseconds or Scale.Nanoseconds => Unit.Duration,
        _ => Unit.None,
    };
}
