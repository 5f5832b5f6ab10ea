namespace ProcFs.Cli.Output;

/// <summary>A column of a table.</summary>
/// <param name="Header">What stands above it.</param>
/// <param name="Text">The cell of a row, safe to show.</param>
/// <param name="IsRight">Whether the cells stand at the right.</param>
/// <param name="IsPath">Whether the cells are paths, which are cut in their middle.</param>
internal sealed record Column(string Header, Func<object, string> Text, bool IsRight = false, bool IsPath = false);
