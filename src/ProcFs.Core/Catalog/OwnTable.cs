namespace ProcFs;

/// <summary>A table or folder whose rows have their own reader.</summary>
internal sealed class OwnTable<T>(ProcKind kind, string pattern, string description) : TypedTable<T>(kind, pattern, description)
    where T : class, ITable<T>
{
    public override void Read(ProcSource source, Func<T, bool> emit) => T.ReadRows(source, emit);

    internal override object? Find(ProcSource source, string name) => T.Find(source, name);

    internal override Stream OpenContent(object row, ProcRoot root, string path) => T.OpenContent((T)row, root, path);
}
