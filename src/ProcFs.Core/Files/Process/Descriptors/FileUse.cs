namespace ProcFs;

/// <summary>How a process uses a file.</summary>
public enum FileUse : long
{
    /// <summary>A descriptor is open on it.</summary>
    Descriptor,

    /// <summary>It is the working directory: <c>/proc/&lt;pid&gt;/cwd</c>.</summary>
    WorkingDirectory,

    /// <summary>It is the root directory: <c>/proc/&lt;pid&gt;/root</c>.</summary>
    RootDirectory,

    /// <summary>It is the program that the process runs: <c>/proc/&lt;pid&gt;/exe</c>.</summary>
    Executable,

    /// <summary>It is mapped into memory.</summary>
    Mapping,
}
