using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using ProcFs.Text;

namespace ProcFs.Cli.Output;

/// <summary>
/// Writes objects as JSON. A text that is not valid UTF-8 is written escaped, with its exact bytes in base64 beside it, with "Bytes" appended to its name.
/// </summary>
internal static class ItemJson
{
    private const string BytesSuffix = "Bytes";
    private const string KeySuffix = "Key";

    /// <summary>Writes an object with all its properties.</summary>
    public static void WriteRow(Utf8JsonWriter json, object row)
    {
        json.WriteStartObject();
        foreach (RowShape.Property property in RowShape.Of(row.GetType()).Properties)
        {
            object? value = property.Get(row);
            json.WritePropertyName(property.JsonName);
            WriteValue(json, value);
            WriteBytesBeside(json, property.Name, value);
        }

        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(Shown(text));
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case ulong number:
                json.WriteNumberValue(number);
                break;
            case uint number:
                json.WriteNumberValue(number);
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case Enum or char:
                json.WriteStringValue(value.ToString());
                break;
            default:
                WriteOther(json, value);
                break;
        }
    }

    private static void WriteOther(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case DateTimeOffset time:
                json.WriteStringValue(time);
                break;
            case TimeSpan span:
                json.WriteStringValue(span.ToString("c", CultureInfo.InvariantCulture));
                break;
            case byte[] bytes:
                json.WriteBase64StringValue(bytes);
                break;
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case float number when float.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case byte or sbyte or short or ushort or nint or nuint or decimal or Int128 or UInt128 or BigInteger:
                json.WriteRawValue(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture));
                break;
            case IDictionary entries:
                WriteDictionary(json, entries);
                break;
            case KeyValuePair<string, string> pair:
                json.WriteStartObject();
                WriteMember(json, nameof(pair.Key), pair.Key);
                WriteMember(json, nameof(pair.Value), pair.Value);
                json.WriteEndObject();
                break;
            case IEnumerable values:
                WriteList(json, values);
                break;
            default:
                WriteNested(json, value);
                break;
        }
    }

    // A value that is an object itself: its text and its parts.
    private static void WriteNested(Utf8JsonWriter json, object value)
    {
        if (RowShape.Find(value.GetType()) is not { } shape)
        {
            json.WriteStringValue(Shown(value.ToString() ?? ""));
            return;
        }

        json.WriteStartObject();
        if (shape.HasText && shape.Find("Text") is null)
        {
            WriteMember(json, "Text", value.ToString());
        }

        foreach (RowShape.Property property in shape.Properties)
        {
            WriteMember(json, property.Name, property.Get(value));
        }

        json.WriteEndObject();
    }

    private static void WriteDictionary(Utf8JsonWriter json, IDictionary entries)
    {
        json.WriteStartObject();
        foreach (DictionaryEntry entry in entries)
        {
            string key = Convert.ToString(entry.Key, CultureInfo.InvariantCulture) ?? "";
            string name = Shown(key);
            WriteMember(json, name, entry.Value);
            if (IsNoText(key))
            {
                json.WriteBase64String(name + KeySuffix + BytesSuffix, LosslessText.Encode(key));
            }
        }

        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, IEnumerable values)
    {
        json.WriteStartArray();
        foreach (object? value in values)
        {
            WriteValue(json, value);
        }

        json.WriteEndArray();
    }

    private static void WriteMember(Utf8JsonWriter json, string name, object? value)
    {
        json.WritePropertyName(name);
        WriteValue(json, value);
        WriteBytesBeside(json, name, value);
    }

    private static void WriteBytesBeside(Utf8JsonWriter json, string name, object? value)
    {
        if (value is string text && IsNoText(text))
        {
            json.WriteBase64String(name + BytesSuffix, LosslessText.Encode(text));
        }
        else if (value is IEnumerable<string> texts && texts.Any(IsNoText))
        {
            json.WriteStartArray(name + BytesSuffix);
            foreach (string part in texts)
            {
                json.WriteBase64StringValue(LosslessText.Encode(part));
            }

            json.WriteEndArray();
        }
    }

    private static string Shown(string text) => IsNoText(text) ? DisplayText.Escape(text) : text;

    // An unpaired surrogate stands for a byte that is not valid UTF-8; JSON cannot represent it.
    private static bool IsNoText(string text)
    {
        int start = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF');
        for (int i = start; i >= 0 && i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return true;
            }
        }

        return false;
    }
}
