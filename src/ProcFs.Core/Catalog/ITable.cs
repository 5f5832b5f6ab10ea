using ProcFs.Tree;

namespace ProcFs;

/// <summary>A row of a table or folder with its own reader.</summary>
/// <typeparam name="TSelf">typeparam name="T": The type of the rows.</typeparam>
public interface ITable<TSelf> : IRow<TSelf>
    where TSelf : class, ITable<TSelf>
{
    /// <summary>Reads the rows and passes on each, until the receiver returns false.</summary>
    /// <exception cref="ProcException">The table cannot be read.</exception>
    static abstract void ReadRows(ProcSource source, Func<TSelf, bool> emit);

    /// <summary>The row with this name; null if there is none. If possible, no other rows are read.</summary>
    /// <exception cref="ProcException">The table cannot be read.</exception>
    static virtual TSelf? Find(ProcSource source, string name) => RowNames.Find<TSelf>(source, TSelf.ReadRows, TSelf.NameOf, name);

    /// <summary>Opens the content behind a row of a folder.</summary>
    /// <param name="row">The row.</param>
    /// <param name="root">The /proc that it was read from.</param>
    /// <param name="path">The path of the row under the root.</param>
    /// <exception cref="ProcException">It has no content, or access is denied.</exception>
    internal static virtual Stream OpenContent(TSelf row, ProcRoot root, string path) => throw RowNode.NoContent(root, path);
}
