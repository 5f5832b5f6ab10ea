namespace ProcFs.IO;

/// <summary>The DT_* values that getdents64(2) returns with a name.</summary>
internal enum EntryType : byte
{
    Unknown = 0,
    Directory = 4,
    Regular = 8,
    Link = 10,
}
