using System.Management.Automation;
using System.Management.Automation.Remoting;
using System.Management.Automation.Runspaces;
using ProcFs.Remoting;
using ProcFs.Text;

namespace ProcFs;

/// <summary>Every error of the module: its id, its category, and the source of its text.</summary>
internal static class ErrorRecords
{
    /// <summary>A failure of Core as a PowerShell error.</summary>
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
    /// Whether an exception is unexpected in the module. Exceptions that end a pipeline, such as that of Select-Object -First and of an error with action Stop,
    /// pass through all code in it.
    /// </summary>
    public static bool IsUnforeseen(Exception error) => ProcException.IsUnforeseen(error) && error is not (RuntimeException or FlowControlException);

    /// <summary>A named item without a match.</summary>
    public static ErrorRecord NotFound(SafeText message, object target) =>
        Make(new ProcException(ProcErrorKind.NotFound, "", message), "ProcFs.NotFound", ErrorCategory.ObjectNotFound, target);

    /// <summary>An invalid argument.</summary>
    public static ErrorRecord BadArgument(SafeText message, object target) =>
        Make(new ArgumentException($"{message}"), "ProcFs.ValueRejected", ErrorCategory.InvalidArgument, target);

    /// <summary>A path that does not support the operation.</summary>
    public static ErrorRecord NotSupported(SafeText message, string path) =>
        Of(new ProcException(ProcErrorKind.NotSupported, path, message), path);

    /// <summary>An error that a machine sent, or its own failure; it names the machine.</summary>
    public static ErrorRecord OfHost(HostMessage message)
    {
        string host = message.Host.Name;
        if (message.Error is not { } error)
        {
            var failure = new RemoteException($"{(SafeText)$"{host}: {message.Failure?.Message}"}", message.Failure);
            return Make(failure, "ProcFs.Host", ErrorCategory.ConnectionError, message.Host.Target);
        }

        ErrorRecord escaped = Make(error.Exception, error.FullyQualifiedErrorId.Split(',')[0], error.CategoryInfo.Category, error.TargetObject);
        escaped.ErrorDetails = new ErrorDetails($"{(SafeText)$"{host}: {error}"}");
        return new RemotingErrorRecord(escaped, new OriginInfo(host, message.Host.Runspace.InstanceId));
    }

    // The engine shows the text of the target unescaped in some views.
    private static ErrorRecord Make(Exception error, string id, ErrorCategory category, object? target)
    {
#pragma warning disable RS0030 // Here it is escaped.
        var record = new ErrorRecord(error, id, category, target);
#pragma warning restore RS0030
        record.CategoryInfo.TargetName = DisplayText.Escape(record.CategoryInfo.TargetName);
        return record;
    }
}
