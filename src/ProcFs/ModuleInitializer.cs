using System.Management.Automation;

namespace ProcFs;

/// <summary>Runs when the module is imported, before anything else of it.</summary>
public sealed class ModuleInitializer : IModuleAssemblyInitializer
{
    /// <summary>Refuses to be imported where there is no /proc to read.</summary>
    public void OnImport()
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new PlatformNotSupportedException("ProcFs reads /proc, and runs only on Linux.");
        }
    }
}
