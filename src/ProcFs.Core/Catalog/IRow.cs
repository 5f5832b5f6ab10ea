namespace ProcFs;

/// <summary>One of the objects of a table or folder. Its name is the last part of its path on the drive.</summary>
/// <typeparam name="TSelf">The type of the object.</typeparam>
public interface IRow<TSelf>
    where TSelf : class, IRow<TSelf>
{
    /// <summary>The name of a row. If rows have the same name, the later ones get the suffix <c>~2</c>, <c>~3</c>.</summary>
    static abstract string NameOf(TSelf row);
}
