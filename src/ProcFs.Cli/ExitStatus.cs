namespace ProcFs.Cli;

/// <summary>The exit status of the command. If several apply, the highest is returned.</summary>
internal static class ExitStatus
{
    public const int Success = 0;

    /// <summary>A named item does not exist or cannot be read.</summary>
    public const int NotFound = 1;

    /// <summary>The command line is invalid.</summary>
    public const int Usage = 2;

    /// <summary>Access to a named item was denied.</summary>
    public const int Denied = 3;
}
