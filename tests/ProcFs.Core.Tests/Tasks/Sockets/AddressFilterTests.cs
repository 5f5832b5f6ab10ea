namespace ProcFs;

public sealed class AddressFilterTests
{
    [Theory]
    [InlineData("10.0.0.0/8", "10.255.1.2", true)]
    [InlineData("10.0.0.0/8", "11.0.0.0", false)]
    [InlineData("10.1.2.3/12", "10.15.0.1", true)]
    [InlineData("10.1.2.3/12", "10.16.0.1", false)]
    [InlineData("0.0.0.0/0", "8.8.8.8", true)]
    [InlineData("0.0.0.0/0", "::1", false)]
    [InlineData("127.0.0.1", "127.0.0.1", true)]
    [InlineData("127.0.0.1", "127.0.0.10", false)]
    [InlineData("10.0.0.0/8", "::ffff:10.1.2.3", true)]
    [InlineData("::ffff:10.0.0.0/104", "10.1.2.3", true)]
    [InlineData("fe80::/10", "febf::1", true)]
    [InlineData("fe80::/10", "fec0::1", false)]
    [InlineData("[::1]", "::1", true)]
    [InlineData("0:0:0:0:0:0:0:1", "::1", true)]
    [InlineData("192.168.*", "192.168.3.4", true)]
    [InlineData("192.168.*", "192.169.3.4", false)]
    [InlineData("127.0.0.1", null, false)]
    public void An_address_is_taken_by_itself_a_prefix_or_a_wildcard(string text, string? address, bool expected) =>
        Assert.Equal(expected, new AddressFilter(text).Accepts(address));

    [Theory]
    [InlineData("10")]
    [InlineData("10/8")]
    [InlineData("10.0.0.0/33")]
    [InlineData("::1/129")]
    [InlineData("10.0.0.0/-1")]
    [InlineData("localhost")]
    [InlineData("")]
    public void What_is_no_address_is_refused(string text) => Assert.Throws<ArgumentException>(() => new AddressFilter(text));
}
