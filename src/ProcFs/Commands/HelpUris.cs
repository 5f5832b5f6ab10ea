namespace ProcFs.Commands;

/// <summary>Where the help of the cmdlets is on the web.</summary>
internal static class HelpUris
{
    public const string Module = "https://www.powershellgallery.com/packages/ProcFs";
}
