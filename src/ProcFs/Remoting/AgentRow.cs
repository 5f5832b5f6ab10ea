using System.Management.Automation;
using System.Reflection;
using System.Text.Json;
using ProcFs.Text;

namespace ProcFs.Remoting;

/// <summary>A line of <c>procfs --jsonl</c> as the object that PowerShell remoting makes of the row: its type name, its properties, their exact texts.</summary>
internal static class AgentRow
{
    private const string Bytes = "Bytes";
    private static readonly MethodInfo s_text = typeof(AgentRow).GetMethod(nameof(TextOf))!;

    /// <summary>The row in a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="types">The types that the cmdlet returns, of which the one with the properties of the line is taken.</param>
    /// <exception cref="JsonException">The line is no object.</exception>
    public static PSObject Parse(string line, IReadOnlyList<Type> types)
    {
        using var document = JsonDocument.Parse(line);
        JsonElement root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("The line is no object.");
        }

        Type? type = types.Count == 0 ? null : types.MaxBy(candidate => SharedWith(root, ItemShape.Find(candidate)));
        return ObjectOf(root, type);
    }

    /// <summary>The text of a nested object, which is one of its members.</summary>
    public static string TextOf(PSObject item) => item?.Properties["Text"]?.Value as string ?? "";

    private static int SharedWith(JsonElement row, ItemShape? shape) => shape is null ? -1
        : (2 * row.EnumerateObject().Count(member => shape.Find(member.Name) is not null)) - shape.Properties.Count;

    private static PSObject ObjectOf(JsonElement element, Type? type)
    {
        ItemShape? shape = type is null ? null : ItemShape.Find(type);
        var row = new PSObject();
        if (shape is not null)
        {
            row.TypeNames.Clear();
            row.TypeNames.Add($"Deserialized.{type!.FullName}");
            row.TypeNames.Add("Deserialized.System.Object");
        }

        var members = element.EnumerateObject().ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal);
        foreach ((string name, JsonElement value) in members)
        {
            bool isBeside = name.EndsWith(Bytes, StringComparison.Ordinal) && shape?.Find(name) is null && members.ContainsKey(name[..^Bytes.Length]);
            if (!isBeside)
            {
                object? read = members.TryGetValue(name + Bytes, out JsonElement exact) && shape?.Find(name + Bytes) is null
                    ? ExactOf(exact)
                    : ValueOf(value, shape?.Find(name)?.Type);
                row.Properties.Add(new PSNoteProperty(name, read));
            }
        }

        if (row.Properties["Text"] is not null)
        {
            row.Members.Add(new PSCodeMethod("ToString", s_text));
        }

        return row;
    }

    // The bytes of a text that is no UTF-8, or of a list of texts.
    private static object? ExactOf(JsonElement element) => element.ValueKind == JsonValueKind.Array
        ? element.EnumerateArray().Select(item => LosslessText.Decode(item.GetBytesFromBase64())).ToArray()
        : LosslessText.Decode(element.GetBytesFromBase64());

    private static object? ValueOf(JsonElement element, Type? type) => element.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True or JsonValueKind.False => element.GetBoolean(),
        JsonValueKind.Number => NumberOf(element, type),
        JsonValueKind.String => TextValueOf(element, type),
        JsonValueKind.Array => element.EnumerateArray().Select(item => ValueOf(item, ElementOf(type))).ToArray(),
        _ => ObjectOf(element, type),
    };

    private static object? TextValueOf(JsonElement element, Type? type) => type switch
    {
        _ when type == typeof(DateTimeOffset) => element.GetDateTimeOffset(),
        _ when type == typeof(TimeSpan) => TimeSpan.ParseExact(element.GetString()!, "c", System.Globalization.CultureInfo.InvariantCulture),
        _ when type == typeof(byte[]) => element.GetBytesFromBase64(),
        _ => element.GetString(),
    };

    private static object NumberOf(JsonElement element, Type? type)
    {
        if (type is { IsPrimitive: true } && type != typeof(nint) && type != typeof(nuint))
        {
            return Type.GetTypeCode(type) switch
            {
                TypeCode.Double => element.GetDouble(),
                TypeCode.UInt64 => element.GetUInt64(),
                _ => Convert.ChangeType(element.GetDecimal(), type, System.Globalization.CultureInfo.InvariantCulture),
            };
        }

        return element.TryGetInt64(out long number) ? number : element.TryGetUInt64(out ulong large) ? large : element.GetDouble();
    }

    private static Type? ElementOf(Type? type) => type?.GetElementType() ?? (type is { IsGenericType: true } ? type.GetGenericArguments()[^1] : null);
}
