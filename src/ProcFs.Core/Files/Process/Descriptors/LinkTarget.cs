namespace ProcFs;

/// <summary>The target of a link in /proc.</summary>
internal readonly record struct LinkTarget(string Text, FileDescriptorType Type, bool IsDeleted);
