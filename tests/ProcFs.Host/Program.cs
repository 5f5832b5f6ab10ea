using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Runtime.InteropServices;

// The manifest of the module, and the command to run once it is imported.
using var shell = PowerShell.Create(InitialSessionState.CreateDefault2());
shell.AddCommand("Import-Module").AddParameter("Name", args[0]).AddStatement().AddScript(args[1]);
Console.WriteLine(RuntimeInformation.ProcessArchitecture);
foreach (PSObject result in shell.Invoke())
{
    Console.WriteLine(result);
}

foreach (ErrorRecord error in shell.Streams.Error)
{
    Console.Error.WriteLine(error);
}

return shell.HadErrors ? 1 : 0;
