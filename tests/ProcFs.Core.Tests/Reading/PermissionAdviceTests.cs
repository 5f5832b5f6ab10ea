namespace ProcFs;

public sealed class PermissionAdviceTests
{
    private const string Forbidden = "The kernel denies it even to root";
    private const string Left = "The process is a zombie: only root can read what is left of it.";
    private const string Ended = "The process is a zombie: this can no longer be read.";

    [Theory]
    [InlineData("7/stack", "It needs root (CAP_SYS_ADMIN).")]
    [InlineData("7/personality", "It needs root (CAP_SYS_PTRACE); even then, kernel.yama.ptrace_scope can forbid it.")]
    [InlineData("7/fd", "Reading the descriptors of another user's process needs root (CAP_SYS_PTRACE).")]
    [InlineData("7/fd/0", "Reading the descriptors of another user's process needs root (CAP_SYS_PTRACE).")]
    [InlineData("7/task/8/fdinfo/3", "Reading the descriptors of another user's process needs root (CAP_SYS_PTRACE).")]
    [InlineData("self/map_files/1000-2000", "Opening a file through a mapping needs root (CAP_SYS_ADMIN or CAP_CHECKPOINT_RESTORE).")]
    [InlineData("7/environ", "Run as root to see it.")]
    [InlineData("sys/net/core/bpf_jit_harden", "Run as root to see it.")]
    public void A_user_is_advised_to_run_as_root(string path, string advice) =>
        Assert.Equal(advice, PermissionAdvice.ForReading(RuleOf(path), Callers.User, isZombie: false, ptraceScope: 1));

    [Theory]
    [InlineData("7/stack")]
    [InlineData("7/personality")]
    [InlineData("7/mem")]
    [InlineData("7/fd")]
    [InlineData("7/environ")]
    [InlineData("kcore")]
    public void Root_is_not_advised_to_run_as_root(string path) =>
        Assert.StartsWith(Forbidden, PermissionAdvice.ForReading(RuleOf(path), Callers.Root, isZombie: false, ptraceScope: 1), StringComparison.Ordinal);

    [Theory]
    [InlineData("7/personality", "CAP_SYS_PTRACE")]
    [InlineData("7/stack", "CAP_SYS_ADMIN")]
    [InlineData("7/map_files/1000-2000", "CAP_SYS_ADMIN or CAP_CHECKPOINT_RESTORE")]
    [InlineData("kcore", "CAP_DAC_READ_SEARCH or CAP_DAC_OVERRIDE")]
    public void Root_without_the_capability_learns_its_name(string path, string capability)
    {
        Assert.Equal($"It needs {capability}, which this process lacks although it is root.", Advice(path, Callers.RootWithout));
        Assert.Equal($"This process has {capability} only in its own user namespace, which has no effect here.", Advice(path, Callers.RootOfNamespace));
    }

    [Theory]
    [InlineData(null, "The kernel denies it even to root: a security module protects the process.")]
    [InlineData(1, "The kernel denies it even to root: a security module or kernel.yama.ptrace_scope, which is 1, protects the process.")]
    [InlineData(3, "The kernel denies it even to root: kernel.yama.ptrace_scope is 3.")]
    public void Yama_is_the_reason_if_it_is_present(int? scope, string advice) =>
        Assert.Equal(advice, PermissionAdvice.ForReading(RuleOf("7/personality"), Callers.Root, isZombie: false, scope));

    [Fact]
    public void A_user_with_the_capability_is_not_advised_to_run_as_root()
    {
        var caller = new Caller { Capabilities = new CapabilitySet(1 << 19), IsRoot = false, IsInFirstNamespace = true, Groups = [1000] };
        Assert.StartsWith(Forbidden, Advice("7/fd", caller), StringComparison.Ordinal);
        Assert.Equal("It needs root (CAP_SYS_ADMIN).", Advice("7/stack", caller));
    }

    [Fact]
    public void A_writer_gets_the_same_error()
    {
        Assert.Equal("Run as root to change it.", PermissionAdvice.ForWriting(Callers.User));
        Assert.Equal("This process is root, but lacks some capabilities.", PermissionAdvice.ForWriting(Callers.RootWithout));
        Assert.Equal("This process is root only in its own user namespace, which has no effect here.", PermissionAdvice.ForWriting(Callers.RootOfNamespace));
        Assert.StartsWith(Forbidden, PermissionAdvice.ForWriting(Callers.Root), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("environ", Ended)]
    [InlineData("auxv", Ended)]
    [InlineData("mem", Ended)]
    [InlineData("cwd", Ended)]
    [InlineData("exe", Ended)]
    [InlineData("io", Left)]
    [InlineData("fd", Left)]
    [InlineData("stack", Left)]
    public void What_a_zombie_has_no_more_is_denied_to_all(string file, string advice) =>
        Assert.Equal(advice, PermissionAdvice.ForReading(RuleOf($"7/{file}"), Callers.User, isZombie: true, ptraceScope: null));

    private static string Advice(string path, Caller caller) => PermissionAdvice.ForReading(RuleOf(path), caller, isZombie: false, ptraceScope: null);

    private static ReadRule RuleOf(string path) => Catalog.FindNearest(path)!.ReadRule;
}
