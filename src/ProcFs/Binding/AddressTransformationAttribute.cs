using System.Collections;
using System.Management.Automation;
using ProcFs.Text;

namespace ProcFs.Binding;

/// <summary>
/// Accepts an address: 0xffffffff81000000, which PowerShell parses as a negative number, the same as text, with or without 0x, or a plain number.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AddressTransformationAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => Plain(inputData) switch
    {
        ulong or long or int or uint or string => new[] { AddressOf(Plain(inputData)) },
        IEnumerable items => items.Cast<object>().Select(item => AddressOf(Plain(item))).ToArray(),

        // An object can have the address as a property: an exception here would keep the engine from looking for it.
        _ => inputData,
    };

    private static object Plain(object value) => value is PSObject wrapped ? wrapped.BaseObject : value;

    private static ulong AddressOf(object value) => value switch
    {
        ulong address => address,
        long address => unchecked((ulong)address),
        int address => unchecked((ulong)address),
        uint address => address,
        string text => Parse(text),
        _ => throw RefusedArgument.Of($"\"{value}\" is not an address: expected a number or hexadecimal digits."),
    };

    private static ulong Parse(string text)
    {
        try
        {
            return AddressText.Parse(text);
        }
        catch (ArgumentException error)
        {
            throw RefusedArgument.Of($"{error.Message}");
        }
    }
}
