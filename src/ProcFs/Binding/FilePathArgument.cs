using System.Management.Automation;

namespace ProcFs.Binding;

/// <summary>Resolves the names of files of the file system, also where the current location is on another drive.</summary>
internal static class FilePathArgument
{
    private const string FileSystem = "FileSystem";

    /// <summary>The files that a path or a wildcard names; the path itself if there is no such file.</summary>
    /// <exception cref="ProcException">It is a path of another drive.</exception>
    public static IEnumerable<string> Expand(SessionState session, string argument)
    {
        string path = Resolve(session, argument);
        return Path.Exists(path) || !WildcardPattern.ContainsWildcardCharacters(argument)
            ? [path]
            : session.Path.GetResolvedProviderPathFromPSPath(Qualify(session, argument), out _);
    }

    /// <summary>The file that a path names.</summary>
    /// <exception cref="ProcException">It is a path of another drive.</exception>
    public static string Resolve(SessionState session, string argument)
    {
        string path = session.Path.GetUnresolvedProviderPathFromPSPath(Qualify(session, argument), out ProviderInfo provider, out _);
        return provider.Name == FileSystem
            ? path
            : throw new ProcException(ProcErrorKind.ValueRejected, argument, $"{argument} is not a path of the file system.");
    }

    // A path that starts with a slash would be one of the current drive.
    private static string Qualify(SessionState session, string argument) =>
        argument.StartsWith('/') && session.Path.CurrentLocation.Provider.Name != FileSystem ? $"{FileSystem}::{argument}" : argument;
}
