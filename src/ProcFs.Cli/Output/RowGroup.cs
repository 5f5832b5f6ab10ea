namespace ProcFs.Cli.Output;

/// <summary>The number of rows with the same value, as in Group-Object.</summary>
/// <param name="Count">The number of rows.</param>
/// <param name="Name">The value as text.</param>
internal sealed record RowGroup(int Count, string Name);
