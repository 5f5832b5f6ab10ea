namespace ProcFs.Cli.Output;

/// <summary>How many rows share a value, as Group-Object counts them.</summary>
/// <param name="Count">The number of rows.</param>
/// <param name="Name">The value as text.</param>
internal sealed record RowGroup(int Count, string Name);
