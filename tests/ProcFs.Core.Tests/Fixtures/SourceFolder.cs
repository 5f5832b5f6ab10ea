using System.Runtime.CompilerServices;

namespace ProcFs.Fixtures;

/// <summary>The folder with the source of a test, if the sources are beside the build.</summary>
internal static class SourceFolder
{
    public static string OfCaller([CallerFilePath] string file = "")
    {
        // The build maps the path of the sources to /_/.
        const string Mapped = "/_/";
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null && file.StartsWith(Mapped, StringComparison.Ordinal); folder = folder.Parent)
        {
            string candidate = Path.Combine(folder.FullName, file[Mapped.Length..]);
            if (File.Exists(candidate))
            {
                return Path.GetDirectoryName(candidate)!;
            }
        }

        return Path.GetDirectoryName(file)!;
    }
}
