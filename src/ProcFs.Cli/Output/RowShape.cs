using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ProcFs.Cli.Output;

/// <summary>The properties of a row type, by the property names of the cmdlets' objects.</summary>
internal sealed class RowShape
{
    private static readonly ConcurrentDictionary<Type, RowShape?> s_known = new();

    private RowShape(Property[] properties, bool hasText)
    {
        Properties = properties;
        HasText = hasText;
    }

    /// <summary>The properties, in output order.</summary>
    public Property[] Properties { get; }

    /// <summary>Whether the type overrides ToString.</summary>
    public bool HasText { get; }

    /// <summary>The shape of a type of rows.</summary>
    public static RowShape Of(Type type) => Find(type) ?? throw new ArgumentException($"{type} is not a type of rows.", nameof(type));

    /// <summary>The shape of a type with properties of its own; null for a plain value.</summary>
    public static RowShape? Find(Type type) => s_known.GetOrAdd(type, static key => Make(key));

    /// <summary>The property with this name, in any case; null if there is none.</summary>
    public Property? Find(string name) => Array.Find(Properties, property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static RowShape? Make(Type type)
    {
        if (RowContext.Default.GetTypeInfo(type) is { Kind: JsonTypeInfoKind.Object } known && type != typeof(object))
        {
            return new RowShape([.. known.Properties.Where(property => property.Get is not null).Select(property => new Property(property.Name, property.Get!))], hasText: false);
        }

        return ItemShape.Find(type) is { } shape
            ? new RowShape([.. shape.Properties.Select(property => new Property(property.Name, property.GetValue))], shape.HasText)
            : null;
    }

    /// <summary>One property.</summary>
    /// <param name="name">The name.</param>
    /// <param name="get">Reads it from a row.</param>
    internal sealed class Property(string name, Func<object, object?> get)
    {
        public string Name => name;

        /// <summary>The name in JSON.</summary>
        public JsonEncodedText JsonName { get; } = JsonEncodedText.Encode(name);

        public object? Get(object row) => get(row);
    }
}
