namespace ProcFs.Commands;

/// <summary>The web addresses of the cmdlets' help.</summary>
internal static class HelpUris
{
    public const string Module = "https://www.powershellgallery.com/packages/ProcFs";
}
