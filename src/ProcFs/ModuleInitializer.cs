using System.Management.Automation;

namespace ProcFs;

/// <summary>Runs when the module is imported, before any other code of it.</summary>
public sealed class ModuleInitializer : IModuleAssemblyInitializer
{
    /// <summary>Registers the completion of the drive.</summary>
    public void OnImport()
    {
        Completion.DriveCompletion.Register();
    }
}
