namespace ProcFs;

public sealed class PermissionAdviceTests
{
    private const string Forbidden = "The kernel forbids it even to root";
    private const string Left = "The process has ended and is a zombie: root alone may read what is left of it.";
    private const string Ended = "The process has ended and is a zombie: nobody can read that of it any more.";

    [Theory]
    [InlineData("7/stack", "It needs root (CAP_SYS_ADMIN).")]
    [InlineData("7/personality", "It needs root (CAP_SYS_PTRACE), and kernel.yama.ptrace_scope may forbid it even then.")]
    [InlineData("7/fd", "The descriptors of another user's process need root (CAP_SYS_PTRACE).")]
    [InlineData("7/fd/0", "The descriptors of another user's process need root (CAP_SYS_PTRACE).")]
    [InlineData("7/task/8/fdinfo/3", "The descriptors of another user's process need root (CAP_SYS_PTRACE).")]
    [InlineData("self/map_files/1000-2000", "To open a file through a mapping needs root (CAP_SYS_ADMIN or CAP_CHECKPOINT_RESTORE).")]
    [InlineData("7/environ", "Run as root to see it.")]
    [InlineData("sys/net/core/bpf_jit_harden", "Run as root to see it.")]
    public void A_user_is_told_to_be_root(string path, string advice) =>
        Assert.Equal(advice, PermissionAdvice.ForReading(RuleOf(path), isRoot: false, isZombie: false));

    [Theory]
    [InlineData("7/stack")]
    [InlineData("7/personality")]
    [InlineData("7/mem")]
    [InlineData("7/fd")]
    [InlineData("7/environ")]
    [InlineData("kcore")]
    public void Root_is_not_told_to_be_root(string path) =>
        Assert.StartsWith(Forbidden, PermissionAdvice.ForReading(RuleOf(path), isRoot: true, isZombie: false), StringComparison.Ordinal);

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
        Assert.Equal(advice, PermissionAdvice.ForReading(RuleOf($"7/{file}"), isRoot: false, isZombie: true));

    private static ReadRule RuleOf(string path) => Catalog.FindNearest(path)!.ReadRule;
}
