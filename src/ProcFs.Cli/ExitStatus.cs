namespace ProcFs.Cli;

/// <summary>What the command tells the shell at its end. Where several apply, the highest is told.</summary>
internal static class ExitStatus
{
    public const int Success = 0;

    /// <summary>Something that was named is not there, or cannot be read.</summary>
    public const int NotFound = 1;

    /// <summary>The command line makes no sense.</summary>
    public const int Usage = 2;

    /// <summary>Something that was named may not be read.</summary>
    public const int Denied = 3;
}
