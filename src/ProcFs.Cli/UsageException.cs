namespace ProcFs.Cli;

/// <summary>An invalid argument.</summary>
internal sealed class UsageException(string message) : Exception(message);
