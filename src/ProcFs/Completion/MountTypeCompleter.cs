namespace ProcFs.Completion;

/// <summary>Types of the file systems that are mounted.</summary>
public sealed class MountTypeCompleter : MountCompleter
{
    private protected override string ValueOf(Mount mount) => mount.Type;
}
