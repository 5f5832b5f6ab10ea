namespace ProcFs.Completion;

/// <summary>Mount points.</summary>
public sealed class MountTargetCompleter : MountCompleter
{
    private protected override string ValueOf(Mount mount) => mount.Target;
}
