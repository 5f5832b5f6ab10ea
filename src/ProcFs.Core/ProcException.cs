using ProcFs.Interop;
using ProcFs.Text;

namespace ProcFs;

/// <summary>A failure under /proc: the path, the reason, and for a malformed line its number and text.</summary>
public sealed class ProcException : IOException
{
    /// <summary>A failure of <paramref name="kind"/> at <paramref name="path"/>.</summary>
    public ProcException(ProcErrorKind kind, string path, SafeText message)
        : this(kind, path, message, inner: null)
    {
    }

    private ProcException(ProcErrorKind kind, string path, SafeText message, Exception? inner)
        : base(message.ToString(), inner)
    {
        Kind = kind;
        Path = path;
    }

    private ProcException(ProcErrorKind kind, string path, int errorNumber, SafeText message)
        : this(kind, path, message) => ErrorNumber = errorNumber;

    /// <summary>The kind of the failure.</summary>
    public ProcErrorKind Kind { get; }

    /// <summary>The path in the file system.</summary>
    public string Path { get; }

    /// <summary>The error number of the kernel; 0 if there is none.</summary>
    public int ErrorNumber { get; }

    /// <summary>The line that could not be parsed, counted from 1; null for other failures.</summary>
    public int? LineNumber { get; private init; }

    /// <summary>The text that could not be parsed; null for other failures.</summary>
    public string? Line { get; private init; }

    /// <summary>The value that the kernel rejected; null unless something was written.</summary>
    public string? Value { get; private init; }

    /// <summary>Whether a write failed, to /proc or to a file to be restored.</summary>
    public bool IsOfWriting { get; internal init; }

    /// <summary>The named item that does not exist: a name, a number, an address; null if the path identifies it.</summary>
    public object? Target { get; internal init; }

    /// <summary>A malformed line of <paramref name="path"/>.</summary>
    public static ProcException Malformed(string path, int lineNumber, ReadOnlySpan<byte> line, string expected)
    {
        string text = LosslessText.Decode(line);
        return new ProcException(
            ProcErrorKind.Malformed,
            path,
            $"{path}, line {lineNumber}: expected {expected}, but found \"{Shorten(text)}\".")
        {
            LineNumber = lineNumber,
            Line = text,
        };
    }

    /// <summary>Whether an exception is unexpected: the content of a file is beyond what its reader handles.</summary>
    public static bool IsUnforeseen(Exception error) => error is not (ProcException or OperationCanceledException);

    /// <summary>Reports, like every other failure, that a file could not be read for an unexpected reason.</summary>
    public static ProcException Unforeseen(Exception error, string path)
    {
        ArgumentNullException.ThrowIfNull(error);
        return new(ProcErrorKind.Malformed, path, $"{path}: the content is not as expected. {error.Message}", error);
    }

    internal static ProcException NoProcess(ProcRoot root, int processId) =>
        new(ProcErrorKind.NotFound, $"{root}/{processId}", $"No process has the id {processId}.{root.HiddenProcessAdvice}") { Target = processId };

    // The link of a capture would lead to the file that has this name on this machine.
    internal static ProcException NoContent(string path, string kind) =>
        new(ProcErrorKind.NotSupported, path, $"{path}: a capture contains only the name of {kind} file, not its content.");

    /// <summary>A failure to read a path under <paramref name="root"/>.</summary>
    internal static ProcException FromError(Errno error, ProcRoot root, string path, bool isOfWriting = false) => error == Errno.ENOENT && IsLeftOutOf(root, path)
        ? new(ProcErrorKind.NotFound, root.PathOf(path), (int)error, $"{root.PathOf(path)}: {root.Path} is mounted with subset=pid, which shows only processes.")
        : FromError(error, root.PathOf(path), error is Errno.EACCES or Errno.EPERM ? PermissionAdvice.ForReading(root, path) : "", isOfWriting);

    /// <summary>A failure to write a file outside of /proc.</summary>
    internal static ProcException FromCopy(Errno error, string path) => FromError(error, path, PermissionAdvice.ForReading(), isOfWriting: true);

    /// <summary>A failure to read a path outside of /proc.</summary>
    internal static ProcException FromError(Errno error, string path) => FromError(error, path, PermissionAdvice.ForReading());

    private static ProcException FromError(Errno error, string path, string advice, bool isOfWriting = false) => error switch
    {
        Errno.ENOENT or Errno.ESRCH or Errno.ENOTDIR =>
            new(ProcErrorKind.NotFound, path, (int)error, $"{path}: no such file or process."),
        Errno.EACCES or Errno.EPERM =>
            new(ProcErrorKind.AccessDenied, path, (int)error, $"{path}: permission denied. {advice}"),
        Errno.ENOSYS or Errno.EOPNOTSUPP =>
            new(ProcErrorKind.NotSupported, path, (int)error, $"{path}: this kernel does not support it."),
        _ => new(ProcErrorKind.Io, path, (int)error, $"{path}: {ErrorText.Of(error)}.") { IsOfWriting = isOfWriting },
    };

    /// <summary>A failure to write a path under <paramref name="root"/>.</summary>
    internal static ProcException FromWrite(Errno error, ProcRoot root, string file, string value, string? current, string? purpose = null)
    {
        string path = root.PathOf(file);
        string advice = PermissionAdvice.ForWriting(file, error) is { } words ? $" {words}" : "";
        string now = current is null ? "" : $" It is {Now(current)} now.";
        string range = purpose is not null && error is (Errno.EINVAL or Errno.ERANGE) ? $" Description: {purpose}." : "";
        (ProcErrorKind kind, string what) = error switch
        {
            Errno.EACCES or Errno.EPERM => (ProcErrorKind.AccessDenied, "permission denied"),
            Errno.EINVAL or Errno.ERANGE or Errno.E2BIG or Errno.EBUSY or Errno.ENAMETOOLONG =>
                (ProcErrorKind.ValueRejected, $"the kernel rejected \"{Shorten(value)}\" ({ErrorText.Of(error)})"),
            Errno.EAGAIN => (ProcErrorKind.Io, ErrorText.Of(error)),
            _ => (ProcErrorKind.NotFound, ""),
        };
        return what.Length == 0
            ? FromError(error, root, file, isOfWriting: true)
            : new ProcException(kind, path, (int)error, $"{path}: {what}.{advice}{now}{range}") { Value = value, IsOfWriting = true };
    }

    private static bool IsLeftOutOf(ProcRoot root, string path) =>
        root.IsLive && path.Length > 0 && !char.IsAsciiDigit(path[0]) && path.Split('/')[0] is not ("self" or "thread-self") && root.MountOptions.HasProcessesAlone;

    private static string Now(string current) => current.Length == 0 ? "empty" : Shorten(current);

    private static string Shorten(string text) => text.Length <= 200 ? text : string.Concat(text.AsSpan(0, 200), "...");
}
