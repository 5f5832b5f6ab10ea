namespace ProcFs;

/// <summary>Reads the rows of a table or folder and hands each over, until one is answered with false.</summary>
internal delegate void RowReader<out T>(ProcSource source, Func<T, bool> emit);
