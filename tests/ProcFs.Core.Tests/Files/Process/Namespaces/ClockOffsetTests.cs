namespace ProcFs;

public sealed class ClockOffsetTests
{
    [Fact]
    public void Each_line_is_the_offset_of_a_clock()
    {
        var offsets = Assert.IsType<ClockOffset[]>(Assert.IsType<KernelParameter>(NamespaceFixture.Item("4242/timens_offsets")).Value);
        Assert.Equal(["monotonic", "boottime"], offsets.Select(offset => offset.Clock));
        Assert.Equal([TimeSpan.FromDays(2), TimeSpan.FromTicks(-1)], offsets.Select(offset => offset.Offset));
        Assert.Equal((-1, 999999900), (offsets[1].Seconds, offsets[1].Nanoseconds));
        Assert.Equal(["monotonic 172800 0", "boottime -1 999999900"], offsets.Select(offset => offset.ToString()));
        Assert.All(offsets, offset => Assert.Equal(NamespaceFixture.ProcessId, offset.ProcessId));
    }

    [Theory]
    [InlineData("")]
    [InlineData("monotonic 1")]
    [InlineData("monotonic 1 2 3")]
    [InlineData("monotonic x 2")]
    [InlineData("monotonic 9223372036854775807 0")]
    public void Another_line_is_not_a_row(string line) =>
        Assert.Null(ClockOffset.Parse(NamespaceFixture.Bytes(line), new ProcSource(NamespaceFixture.Root, "x")));
}
