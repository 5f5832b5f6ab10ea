using ProcFs.Grammar;
using ProcFs.Tree;

namespace ProcFs;

/// <summary>A table with one row per line.</summary>
internal sealed class LinesTable<T>(string pattern, string description) : TypedTable<T>(ProcKind.Table, pattern, description)
    where T : class, ILine<T>, IRow<T>
{
    public override void Read(ProcSource source, Func<T, bool> emit) => Lines.Read(source, emit);

    internal override object? Find(ProcSource source, string name) => RowNames.Find<T>(source, Lines.Read, T.NameOf, name);

    internal override Stream OpenContent(object row, ProcRoot root, string path) => throw RowNode.NoContent(root, path);
}
