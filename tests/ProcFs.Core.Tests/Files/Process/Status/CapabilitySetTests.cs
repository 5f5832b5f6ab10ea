namespace ProcFs;

public sealed class CapabilitySetTests
{
    [Theory]
    [InlineData(0UL, "")]
    [InlineData(1UL, "CAP_CHOWN")]
    [InlineData(0x200000UL, "CAP_SYS_ADMIN")]
    [InlineData(0x480000UL, "CAP_SYS_PTRACE, CAP_SYS_BOOT")]
    [InlineData(0x10000000000UL, "CAP_CHECKPOINT_RESTORE")]
    [InlineData(0x20000000000UL, "41")]
    [InlineData(0x1ffffffffffUL, "all")]
    [InlineData(ulong.MaxValue, "all")]
    public void Shows_as_names(ulong mask, string text) => Assert.Equal(text, new CapabilitySet(mask).ToString());

    [Fact]
    public void Names_are_of_all_bits()
    {
        Assert.Equal(41, new CapabilitySet(0x1ffffffffffUL).Names.Length);
        Assert.Equal(64, new CapabilitySet(ulong.MaxValue).Names.Distinct().Count());
        Assert.Equal(2, new CapabilitySet(0x480000).Count);
    }

    [Theory]
    [InlineData("CAP_NET_RAW", true)]
    [InlineData("cap_net_raw", true)]
    [InlineData("CAP_CHOWN", false)]
    [InlineData("", false)]
    public void Contains_asks_by_name(string name, bool expected) => Assert.Equal(expected, new CapabilitySet(1UL << 13).Contains(name));
}
