using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace ProcFs.Binding;

/// <summary>
/// Takes ids of processes as they come: numbers, the lines of pgrep and pidof, and objects that stand for processes. All else stays what it is: the
/// engine tries other parameters then, and looks for an id among the properties.
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

    /// <summary>Whether a text is one id or several, as pgrep and pidof write them.</summary>
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
                // JSON makes whole numbers long, and a calculation may make them another kind of number.
                return TryAddNumber(plain, ids);
#pragma warning disable RS0030 // What Get-Process gives.
            case System.Diagnostics.Process process:
                ids.Add(process.Id);
#pragma warning restore RS0030
                return true;
            case string text:
                return TryAddText(text, ids);
            case FileDescriptor:
                // Read-ProcFd and Restore-ProcFile take it whole, and so know what it led to; the others find its id by property.
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

    // Descriptors and mappings are taken whole by other parameters. A process that comes out of a job or a file has lost its type, and kept its name.
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
