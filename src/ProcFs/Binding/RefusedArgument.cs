using System.Management.Automation;
using ProcFs.Text;

namespace ProcFs.Binding;

/// <summary>The exception that the engine reports for an invalid argument.</summary>
internal static class RefusedArgument
{
#pragma warning disable RS0030 // Here it is escaped.
    public static ArgumentTransformationMetadataException Of(SafeText reason, Exception? inner = null) => new($"{reason}", inner);
#pragma warning restore RS0030
}
