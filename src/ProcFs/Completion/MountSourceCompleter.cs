namespace ProcFs.Completion;

/// <summary>What is mounted: devices, server paths and other sources.</summary>
public sealed class MountSourceCompleter : MountCompleter
{
    private protected override string ValueOf(Mount mount) => mount.Source;
}
