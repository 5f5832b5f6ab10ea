namespace ProcFs;

/// <summary>Parses the object of a file from its bytes.</summary>
internal delegate T RecordParser<out T>(ReadOnlySpan<byte> text, ProcSource source);
