using System.Text;

namespace ProcFs;

public sealed class KernelParameterTests
{
    [Theory]
    [InlineData("sys/vm/swappiness", "vm.swappiness")]
    [InlineData("sys/net/ipv4/conf/eth0/rp_filter", "net.ipv4.conf.eth0.rp_filter")]
    [InlineData("sys/net/ipv4/conf/eth0.100/rp_filter", "net.ipv4.conf.eth0/100.rp_filter")]
    [InlineData("4242/oom_score_adj", "oom_score_adj")]
    [InlineData("kpagecount", "kpagecount")]
    public void Name_is_that_of_sysctl(string path, string name) => Assert.Equal(name, KernelParameter.NameOf(path));

    [Theory]
    [InlineData("60\n", 60L)]
    [InlineData("-1\n", -1L)]
    [InlineData("0", 0L)]
    [InlineData("9223372036854775807\n", long.MaxValue)]
    [InlineData("18446744073709551615\n", "18446744073709551615")]
    [InlineData("0000\n", "0000")]
    [InlineData("00ff\n", "00ff")]
    [InlineData("0022\n", "0022")]
    [InlineData("+5\n", "+5")]
    [InlineData("Linux\n", "Linux")]
    [InlineData("\n", "")]
    [InlineData("", "")]
    [InlineData("6.18.0\n", "6.18.0")]
    [InlineData("1 two 3\n", "1 two 3")]
    [InlineData("a\nb\n", "a\nb")]
    [InlineData(" 7 \n", 7L)]
    public void Value_is_a_number_or_text(string content, object value) => Assert.Equal(value, Of(content).Value);

    [Theory]
    [InlineData("4\t4\t1\t7\n", new long[] { 4, 4, 1, 7 })]
    [InlineData("32768 60999\n", new long[] { 32768, 60999 })]
    [InlineData("0\t-1\n", new long[] { 0, -1 })]
    public void Several_numbers_are_an_array(string content, long[] values)
    {
        KernelParameter parameter = Of(content);
        Assert.Equal(values, Assert.IsType<long[]>(parameter.Value));
        Assert.Equal(content.TrimEnd('\n'), parameter.Text);
        Assert.Equal($"x = {content.TrimEnd('\n').Replace('\t', ' ')}", parameter.ToString());
    }

    [Fact]
    public void What_cannot_be_read_has_no_value()
    {
        KernelParameter parameter = Of(null, canRead: false);
        Assert.Null(parameter.Value);
        Assert.Null(parameter.Text);
        Assert.Equal("x = ", $"{parameter}");
        Assert.Equal((false, true, "x"), (parameter.CanRead, parameter.CanWrite, parameter.Description));
        Assert.Null(parameter.ProcessId);
    }

    private static KernelParameter Of(string? content, bool canRead = true)
    {
        byte[]? bytes = content is null ? null : Encoding.UTF8.GetBytes(content);
        return new KernelParameter("/proc/sys/x", "x", bytes, parse: null, new ProcSource(new ProcRoot(), "sys/x"))
        {
            CanRead = canRead,
            CanWrite = true,
            Description = "x",
            Unit = null,
            Minimum = null,
            Maximum = null,
        };
    }
}
