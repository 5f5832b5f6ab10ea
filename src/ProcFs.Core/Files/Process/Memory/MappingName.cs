namespace ProcFs;

/// <summary>What a range of memory is called: a file, a name of the kernel's own in brackets, or nothing.</summary>
internal readonly record struct MappingName(string? Path, bool IsDeleted);
