using System.Collections;
using System.Management.Automation;

namespace ProcFs.Binding;

/// <summary>Accepts process names only from strings. The engine would convert any pipeline object to a string, and no process has such a name.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ProcessNameTransformationAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => Plain(inputData) switch
    {
        IEnumerable items and not string => items.Cast<object?>().Select(TextOf).ToArray(),
        _ => new[] { TextOf(inputData) },
    };

    private static object? Plain(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;

    private static string TextOf(object? value) => Plain(value) switch
    {
        null => "",
        string text => text,
        char or IConvertible and not (bool or DateTime) => LanguagePrimitives.ConvertTo<string>(value),

        // The engine tries other parameters if a cast is invalid.
        var other => throw RefusedArgument.Of($"{other.GetType().Name} is not the name of a process.", new PSInvalidCastException()),
    };
}
