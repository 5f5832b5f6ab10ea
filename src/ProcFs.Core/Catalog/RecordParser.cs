namespace ProcFs;

/// <summary>Makes the object that a file holds from the file's bytes.</summary>
internal delegate T RecordParser<out T>(ReadOnlySpan<byte> text, ProcSource source);
