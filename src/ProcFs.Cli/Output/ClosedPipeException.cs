namespace ProcFs.Cli.Output;

/// <summary>The output is no longer read, as after <c>| head</c>: there is nothing left to do.</summary>
internal sealed class ClosedPipeException() : IOException("The reader of the output has closed it.");
