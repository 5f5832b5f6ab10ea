namespace ProcFs.Cli.Output;

/// <summary>A column of a table.</summary>
/// <param name="Header">What stands above it.</param>
/// <param name="Text">The cell of a row, safe to show.</param>
/// <param name="IsRight">Whether the cells stand at the right.</param>
/// <param name="Least">How wide it is at least, for cells that come later.</param>
internal sealed record Column(string Header, Func<object, string> Text, bool IsRight = false, int Least = 0)
{
    /// <summary>A column whose cells are made of a row of type <typeparamref name="T"/>.</summary>
    public static Column Of<T>(string header, Func<T, object?> value, bool isRight = false, int least = 0) =>
        new(header, row => CellText.Of(value((T)row)), isRight, least);
}
