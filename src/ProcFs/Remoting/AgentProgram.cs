using System.Security.Cryptography;

namespace ProcFs.Remoting;

/// <summary>The command <c>procfs</c> of this machine, which is sent to hosts without PowerShell.</summary>
#pragma warning disable RS0030 // The file is none of /proc.
internal sealed class AgentProgram
{
    private const string FileName = "procfs";

    private AgentProgram(byte[] content)
    {
        Content = content;
        Hash = Convert.ToHexStringLower(SHA256.HashData(content));
    }

    /// <summary>The bytes of the file.</summary>
    public byte[] Content { get; }

    /// <summary>Their SHA-256.</summary>
    public string Hash { get; }

    /// <summary>Reads the command beside the module, or the first on the path.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    public static AgentProgram Find(string moduleFolder)
    {
        string[] folders = [moduleFolder, .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries)];
        return folders.Select(folder => Path.Combine(folder, FileName)).FirstOrDefault(File.Exists) is { } path
            ? new AgentProgram(File.ReadAllBytes(path))
            : throw new FileNotFoundException("The host has no PowerShell, and the command procfs, which would be sent to it, is neither beside the module nor on the PATH.");
    }
}
#pragma warning restore RS0030
