namespace ProcFs;

/// <summary>What a link of /proc leads to.</summary>
internal readonly record struct LinkTarget(string Text, FileDescriptorType Type, bool IsDeleted);
