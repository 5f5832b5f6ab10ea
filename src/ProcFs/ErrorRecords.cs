using System.Management.Automation;
using ProcFs.Text;

namespace ProcFs;

/// <summary>Every error of the module: its id, its category, and where the words come from.</summary>
internal static class ErrorRecords
{
    /// <summary>What Core found wrong, as PowerShell reports it.</summary>
    public static ErrorRecord Of(ProcException error, object? target = null)
    {
        (string id, ErrorCategory category) = error.Kind switch
        {
            ProcErrorKind.NotFound => ("ProcFs.NotFound", ErrorCategory.ObjectNotFound),
            ProcErrorKind.NotSupported => ("ProcFs.NotSupported", ErrorCategory.NotImplemented),
            ProcErrorKind.AccessDenied => ("ProcFs.AccessDenied", ErrorCategory.PermissionDenied),
            ProcErrorKind.Malformed => ("ProcFs.Malformed", ErrorCategory.InvalidData),
            ProcErrorKind.ValueRejected => ("ProcFs.ValueRejected", ErrorCategory.InvalidArgument),
            _ => ("ProcFs.Io", error.IsOfWriting ? ErrorCategory.WriteError : ErrorCategory.ReadError),
        };
        return Make(error, id, category, target ?? error.Target ?? error.Path);
    }

    /// <summary>
    /// Whether it is something that nothing of the module means to throw. What ends a pipeline passes through all that runs in it, such as
    /// Select-Object -First and an error that is to stop.
    /// </summary>
    public static bool IsUnforeseen(Exception error) => ProcException.IsUnforeseen(error) && error is not (RuntimeException or FlowControlException);

    /// <summary>A named thing that nothing matches.</summary>
    public static ErrorRecord NotFound(SafeText message, object target) =>
        Make(new ProcException(ProcErrorKind.NotFound, "", message), "ProcFs.NotFound", ErrorCategory.ObjectNotFound, target);

    /// <summary>An argument that no value can be made of.</summary>
    public static ErrorRecord BadArgument(SafeText message, object target) =>
        Make(new ArgumentException($"{message}"), "ProcFs.ValueRejected", ErrorCategory.InvalidArgument, target);

    /// <summary>A path that does not do what was asked of it.</summary>
    public static ErrorRecord NotSupported(SafeText message, string path) =>
        Of(new ProcException(ProcErrorKind.NotSupported, path, message), path);

    // The engine shows the text of the target in some views, as it is.
    private static ErrorRecord Make(Exception error, string id, ErrorCategory category, object? target)
    {
#pragma warning disable RS0030 // Here it is escaped.
        var record = new ErrorRecord(error, id, category, target);
#pragma warning restore RS0030
        record.CategoryInfo.TargetName = DisplayText.Escape(record.CategoryInfo.TargetName);
        return record;
    }
}
