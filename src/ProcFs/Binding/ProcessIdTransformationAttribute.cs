using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace ProcFs.Binding;

/// <summary>
/// Accepts process ids in their usual forms: numbers, lines of output from pgrep and pidof, and objects that represent processes. Everything else is left
/// unchanged: the engine then tries other parameters, and looks for an id among the properties.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ProcessIdTransformationAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        // A socket stands for all processes that hold it, and for none where nobody does.
        if (((inputData as PSObject)?.BaseObject ?? inputData) is SocketInfo socket)
        {
            return (socket.Owners ?? []).Select(owner => owner.ProcessId).Distinct().ToArray();
        }

        var ids = new List<int>();
        return TryAdd(inputData, ids) && ids.Count > 0 ? ids.ToArray() : inputData;
    }

    /// <summary>Whether a text is one or several ids, as in the output of pgrep and pidof.</summary>
    internal static bool IsIds(string text) => text.AsSpan().ContainsAnyInRange('0', '9') && text.All(character => char.IsAsciiDigit(character) || character == ' ');

    private static bool TryAdd(object? value, List<int> ids) => (value as PSObject)?.BaseObject switch
    {
        null => TryAddPlain(value, value, ids),
        PSCustomObject => TryAddPlain(value, null, ids),
        var plain => TryAddPlain(value, plain, ids),
    };

    private static bool TryAddPlain(object? value, object? plain, List<int> ids)
    {
        switch (plain)
        {
            case int id:
                ids.Add(id);
                return true;
            case sbyte or byte or short or ushort or uint or long or ulong or double or decimal:
                // JSON makes integers long, and a calculation can produce another numeric type.
                return TryAddNumber(plain, ids);
#pragma warning disable RS0030 // What Get-Process gives.
            case System.Diagnostics.Process process:
                ids.Add(process.Id);
#pragma warning restore RS0030
                return true;
            case string text:
                return TryAddText(text, ids);
            case FileDescriptor:
                // Read-ProcFd and Restore-ProcFile take it as a whole, and so know its target; the others find its id by property.
                return false;
            case IEnumerable items:
                return items.Cast<object?>().All(item => TryAdd(item, ids));
            default:
                return value is not null && TryAddProperty(PSObject.AsPSObject(value), ids);
        }
    }

    private static bool TryAddNumber(object number, List<int> ids)
    {
        bool isId = LanguagePrimitives.TryConvertTo(number, CultureInfo.InvariantCulture, out int id) && id == Convert.ToDouble(number, CultureInfo.InvariantCulture);
        if (isId)
        {
            ids.Add(id);
        }

        return isId;
    }

    private static bool TryAddText(string text, List<int> ids)
    {
        foreach (string word in IsIds(text) ? text.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [])
        {
            if (!int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int id))
            {
                return false;
            }

            ids.Add(id);
        }

        return IsIds(text);
    }

    // Other parameters take descriptors and mappings as a whole. A process from a job or a file has lost its type, but kept its type name.
    private static bool TryAddProperty(PSObject value, List<int> ids)
    {
        object? property = (value.BaseObject is FileDescriptor or MemoryMapping ? null : value.Properties["ProcessId"]?.Value)
            ?? (value.TypeNames.Contains("Deserialized.System.Diagnostics.Process") ? value.Properties["Id"]?.Value : null);
        bool isId = LanguagePrimitives.TryConvertTo(property, out int id) && property is not null;
        if (isId)
        {
            ids.Add(id);
        }

        return isId;
    }
}
