namespace ProcFs;

/// <summary>A table or folder whose rows are of one type.</summary>
internal abstract class TypedTable<T> : TableEntry
    where T : class, IRow<T>
{
    private protected TypedTable(ProcKind kind, string pattern, string description)
        : base(kind, pattern, description)
    {
    }

    public override Type ItemType => typeof(T);

    /// <summary>Reads the rows and passes on each, until the receiver returns false.</summary>
    public abstract void Read(ProcSource source, Func<T, bool> emit);

    internal override void ReadRows(ProcSource source, Func<object, bool> emit) => Read(source, emit);

    internal override string NameOf(object row) => T.NameOf((T)row);
}
