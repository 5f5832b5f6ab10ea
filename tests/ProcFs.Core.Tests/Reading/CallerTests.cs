using ProcFs.Fixtures;

namespace ProcFs;

public sealed class CallerTests
{
    [Fact]
    public void This_process_matches_the_kernel()
    {
        ProcessStatus status = new ProcRoot().Process(Environment.ProcessId).Read<ProcessStatus>();
        Assert.Equal(status.CapEff!.Mask, Caller.Current.Capabilities.Mask);
        Assert.Equal(Native.GetEffectiveUserId() == 0, Caller.Current.IsRoot);
        Assert.Superset((status.Groups ?? []).ToHashSet(), Caller.Current.Groups.ToHashSet());
        bool isFirst = File.ReadAllText("/proc/self/uid_map").Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["0", "0", "4294967295\n"];
        Assert.Equal(isFirst, Caller.Current.IsInFirstNamespace);
    }

    [Fact]
    public void All_is_visible_with_the_capability_in_the_right_namespace()
    {
        Assert.True(Callers.Root.SeesAllProcesses);
        Assert.False(Callers.User.SeesAllProcesses);
        Assert.False(Callers.RootWithout.SeesAllProcesses);
        Assert.False(Callers.RootOfNamespace.SeesAllProcesses);
    }

    [Fact]
    public void One_of_several_capabilities_is_enough()
    {
        var caller = new Caller { Capabilities = new CapabilitySet(1 << 21), IsRoot = false, IsInFirstNamespace = true, Groups = [] };
        Assert.True(caller.Has("CAP_SYS_ADMIN or CAP_CHECKPOINT_RESTORE"));
        Assert.False(caller.Has("CAP_SYS_PTRACE"));
    }
}
