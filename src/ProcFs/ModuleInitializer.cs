using System.Management.Automation;

namespace ProcFs;

/// <summary>Runs when the module is imported, before any other code of it.</summary>
public sealed class ModuleInitializer : IModuleAssemblyInitializer
{
    /// <summary>Prevents the import on a system without /proc.</summary>
    public void OnImport()
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new PlatformNotSupportedException("ProcFs reads /proc, and runs only on Linux.");
        }

        Completion.DriveCompletion.Register();
    }
}
