using System.Management.Automation;

namespace ProcFs.Binding;

/// <summary>Accepts the start time of an object that was exported and imported, or came from a job, of which the engine keeps only the parts.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class StartTimeTransformationAttribute : ArgumentTransformationAttribute
{
    public override bool TransformNullOptionalParameters => true;

    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => inputData switch
    {
        null => throw RefusedArgument.Of($"The object has no start time of its process."),
        PSObject parts when parts.Properties[nameof(DateTimeOffset.UtcDateTime)]?.Value is DateTime time => new DateTimeOffset(time),
        _ => inputData,
    };
}
