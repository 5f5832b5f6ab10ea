using System.Collections;
using System.Text.Json;
using ProcFs.Views;

namespace ProcFs.Cli.Output;

/// <summary>Describes the JSON of a row type as JSON Schema 2020-12, with the unit of each property.</summary>
internal sealed class ItemSchema(Utf8JsonWriter json)
{
    private readonly SortedDictionary<string, Type> _known = new(StringComparer.Ordinal);
    private readonly Queue<Type> _referenced = new();

    /// <summary>Writes the schema of a type, with those of the types that it refers to.</summary>
    public void Write(Type type)
    {
        json.WriteStartObject();
        json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
        json.WriteString("title", type.Name);
        WriteObject(type);
        if (_referenced.Count > 0)
        {
            json.WriteStartObject("$defs");
            while (_referenced.TryDequeue(out Type? next))
            {
                json.WriteStartObject(next.Name);
                if (next.IsEnum)
                {
                    WriteNames(next);
                }
                else
                {
                    WriteObject(next);
                }

                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    // Combined flags are names separated by commas.
    private void WriteNames(Type type)
    {
        json.WriteString("type", "string");
        if (!type.IsDefined(typeof(FlagsAttribute), inherit: false))
        {
            json.WriteStartArray("enum");
            Array.ForEach(Enum.GetNames(type), json.WriteStringValue);
            json.WriteEndArray();
        }
    }

    private void WriteObject(Type type)
    {
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        foreach (ItemProperty property in ItemShape.Find(type)!.Properties)
        {
            json.WriteStartObject(property.Name);
            WriteType(property.Type, property.IsNullable);
            if (property.Unit != Unit.None)
            {
                json.WriteString("unit", property.Unit.ToString());
            }

            if (property.Key is { } key)
            {
                json.WriteString("kernelName", key);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void WriteType(Type type, bool isNullable)
    {
        switch (Type.GetTypeCode(type))
        {
            case TypeCode.Boolean:
                WriteName("boolean", isNullable);
                break;
            case >= TypeCode.SByte and <= TypeCode.UInt64 when !type.IsEnum:
                WriteName("integer", isNullable);
                break;
            case TypeCode.Single or TypeCode.Double or TypeCode.Decimal:
                WriteName("number", isNullable);
                break;
            case TypeCode.String or TypeCode.Char:
                WriteName("string", isNullable);
                break;
            default:
                WriteOther(type, isNullable);
                break;
        }
    }

    private void WriteOther(Type type, bool isNullable)
    {
        if (type == typeof(DateTimeOffset) || type == typeof(TimeSpan))
        {
            WriteName("string", isNullable);
            json.WriteString("format", type == typeof(TimeSpan) ? "[-][d.]hh:mm:ss[.fffffff]" : "date-time");
        }
        else if (type == typeof(byte[]))
        {
            WriteName("string", isNullable);
            json.WriteString("contentEncoding", "base64");
        }
        else if (type.IsEnum || ItemShape.Find(type) is not null)
        {
            WriteReference(type, isNullable);
        }
        else if (ValueOfDictionary(type) is { } value)
        {
            WriteName("object", isNullable);
            json.WriteStartObject("additionalProperties");
            WriteType(Nullable.GetUnderlyingType(value) ?? value, isNullable: true);
            json.WriteEndObject();
        }
        else if (type.IsAssignableTo(typeof(IEnumerable)))
        {
            WriteName("array", isNullable);
            json.WriteStartObject("items");
            Type item = type.GetElementType() ?? type.GetGenericArguments()[0];
            WriteType(Nullable.GetUnderlyingType(item) ?? item, isNullable: false);
            json.WriteEndObject();
        }
        else
        {
            WriteName("string", isNullable);
        }
    }

    private void WriteReference(Type type, bool isNullable)
    {
        if (_known.TryAdd(type.Name, type))
        {
            _referenced.Enqueue(type);
        }

        if (!isNullable)
        {
            json.WriteString("$ref", $"#/$defs/{type.Name}");
            return;
        }

        json.WriteStartArray("anyOf");
        json.WriteStartObject();
        json.WriteString("$ref", $"#/$defs/{type.Name}");
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("type", "null");
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private void WriteName(string name, bool isNullable)
    {
        if (!isNullable)
        {
            json.WriteString("type", name);
            return;
        }

        json.WriteStartArray("type");
        json.WriteStringValue(name);
        json.WriteStringValue("null");
        json.WriteEndArray();
    }

    private static Type? ValueOfDictionary(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() is var form && (form == typeof(IReadOnlyDictionary<,>) || form == typeof(IDictionary<,>) || form == typeof(Dictionary<,>))
            ? type.GetGenericArguments()[1]
            : null;
}
