using System.Management.Automation;
using ProcFs.Provider;

namespace ProcFs.Binding;

/// <summary>Resolves the argument of -Root, the name of a drive or a folder, to a /proc.</summary>
internal static class RootArgument
{
    private const string DefaultDrive = "Proc";

    /// <summary>The root; without an argument, that of the drive Proc:, or /proc if the drive was removed.</summary>
    /// <exception cref="ProcException">The folder does not exist.</exception>
    public static ProcRoot Resolve(SessionState session, string? argument)
    {
        if (FindDrive(session, (argument ?? DefaultDrive).TrimEnd(':')) is { } drive)
        {
            return drive.ProcRoot;
        }

        if (argument is null)
        {
            return OperatingSystem.IsLinux()
                ? new ProcRoot()
                : throw new ProcException(ProcErrorKind.NotSupported, ProcRoot.DefaultPath, $"This system has no /proc: here, captures alone can be read. Name one with -Root, or as a drive with New-PSDrive.");
        }

        string path = session.Path.GetUnresolvedProviderPathFromPSPath(argument, out ProviderInfo provider, out _);
        return provider.Name is "FileSystem" or ProcFsProvider.Name
            ? new ProcRoot(path)
            : throw new ProcException(ProcErrorKind.NotFound, argument, $"{argument} is not a file system folder.");
    }

    private static ProcDrive? FindDrive(SessionState session, string name) =>
        session.Drive.GetAll().OfType<ProcDrive>().FirstOrDefault(drive => drive.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
