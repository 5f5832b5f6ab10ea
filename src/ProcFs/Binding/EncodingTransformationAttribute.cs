using System.Globalization;
using System.Management.Automation;
using System.Text;

namespace ProcFs.Binding;

/// <summary>Lets a parameter accept an encoding, its name, or the number of a code page, as in Get-Content.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class EncodingTransformationAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object given = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (given is Encoding)
        {
            return given;
        }

        try
        {
            return EncodingArgument.Resolve(Convert.ToString(given, CultureInfo.InvariantCulture) ?? "");
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            throw RefusedArgument.Of($"{error.Message}", error);
        }
    }
}
