namespace ProcFs;

public sealed class PermissionAdviceTests
{
    private const string Forbidden = "The kernel forbids it even to root";
    private const string Left = "The process has ended and is a zombie: root alone may read what is left of it.";
    private const string Ended = "The process has ended and is a zombie: nobody can read that of it any more.";

    [Theory]
    [InlineData("/proc/7/stack", "It needs root (CAP_SYS_ADMIN).")]
    [InlineData("/proc/7/personality", "It needs root (CAP_SYS_PTRACE), and kernel.yama.ptrace_scope may forbid it even then.")]
    [InlineData("/proc/7/fd", "The descriptors of another user's process need root (CAP_SYS_PTRACE).")]
    [InlineData("/proc/7/fd/0", "The descriptors of another user's process need root (CAP_SYS_PTRACE).")]
    [InlineData("/proc/7/environ", "Run as root to see it.")]
    [InlineData("/proc/sys/net/core/bpf_jit_harden", "Run as root to see it.")]
    public void A_user_is_told_to_be_root(string path, string advice) =>
        Assert.Equal(advice, PermissionAdvice.For(path, isRoot: false, isZombie: false));

    [Theory]
    [InlineData("/proc/7/stack")]
    [InlineData("/proc/7/personality")]
    [InlineData("/proc/7/mem")]
    [InlineData("/proc/7/fd")]
    [InlineData("/proc/7/environ")]
    [InlineData("/proc/kcore")]
    public void Root_is_not_told_to_be_root(string path) =>
        Assert.StartsWith(Forbidden, PermissionAdvice.For(path, isRoot: true, isZombie: false), StringComparison.Ordinal);

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
        Assert.Equal(advice, PermissionAdvice.For($"/proc/7/{file}", isRoot: false, isZombie: true));
}
