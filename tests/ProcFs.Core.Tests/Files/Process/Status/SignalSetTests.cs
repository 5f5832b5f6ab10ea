namespace ProcFs;

public sealed class SignalSetTests
{
    [Theory]
    [InlineData(0UL, new string[0])]
    [InlineData(0x1UL, new[] { "SIGHUP" })]
    [InlineData(0x4100UL, new[] { "SIGKILL", "SIGTERM" })]
    [InlineData(0x40000000UL, new[] { "SIGSYS" })]
    [InlineData(0x80000000UL, new[] { "32" })]
    [InlineData(0x200000000UL, new[] { "SIGRTMIN" })]
    [InlineData(0x8000000000000000UL, new[] { "SIGRTMIN+30" })]
    public void Bit_n_is_signal_n_plus_1(ulong mask, string[] names)
    {
        var set = new SignalSet(mask);
        Assert.Equal(names, set.Names);
        Assert.Equal(names.Length, set.Count);
        Assert.Equal(string.Join(", ", names), set.ToString());
    }

    [Fact]
    public void All_64_have_a_name() => Assert.Equal(64, new SignalSet(ulong.MaxValue).Names.Distinct().Count());

    [Theory]
    [InlineData(9, true)]
    [InlineData(10, false)]
    [InlineData(0, false)]
    [InlineData(65, false)]
    [InlineData(-1, false)]
    public void Contains_asks_by_number(int number, bool expected) => Assert.Equal(expected, new SignalSet(0x100).Contains(number));

    // signal(7); the same on x86 and arm.
    [Theory]
    [InlineData(1, "SIGHUP")]
    [InlineData(7, "SIGBUS")]
    [InlineData(10, "SIGUSR1")]
    [InlineData(16, "SIGSTKFLT")]
    [InlineData(17, "SIGCHLD")]
    [InlineData(20, "SIGTSTP")]
    [InlineData(25, "SIGXFSZ")]
    [InlineData(28, "SIGWINCH")]
    [InlineData(31, "SIGSYS")]
    [InlineData(34, "SIGRTMIN")]
    [InlineData(64, "SIGRTMIN+30")]
    [InlineData(0, "0")]
    [InlineData(65, "65")]
    public void Numbers_have_the_names_of_signal_7(int number, string name) => Assert.Equal(name, SignalSet.NameOf(number));
}
