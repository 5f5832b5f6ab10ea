namespace ProcFs;

/// <summary>Reads the rows of a table or folder and passes on each, until the receiver returns false.</summary>
internal delegate void RowReader<out T>(ProcSource source, Func<T, bool> emit);
