namespace ProcFs.Cli.Output;

/// <summary>A column of a table.</summary>
/// <param name="Header">The header.</param>
/// <param name="Text">The cell of a row, safe to show.</param>
/// <param name="IsRight">Whether the cells are right-aligned.</param>
/// <param name="IsPath">Whether the cells are paths, which are shortened in the middle.</param>
internal sealed record Column(string Header, Func<object, string> Text, bool IsRight = false, bool IsPath = false);
