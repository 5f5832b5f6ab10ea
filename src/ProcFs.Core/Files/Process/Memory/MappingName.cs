namespace ProcFs;

/// <summary>The name of an address range: a file, a kernel name in brackets, or none.</summary>
internal readonly record struct MappingName(string? Path, bool IsDeleted);
