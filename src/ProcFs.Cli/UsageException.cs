namespace ProcFs.Cli;

/// <summary>An argument that no value can be made of.</summary>
internal sealed class UsageException(string message) : Exception(message);
