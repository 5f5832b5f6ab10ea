namespace ProcFs.Grammar;

public sealed class LabelsTests
{
    [Theory]
    [InlineData("MemTotal: 5 kB MemFree 6 kB", 5 * 1024, 6 * 1024)]
    [InlineData("MemFree=6 kB,MemTotal=5 kB", 5 * 1024, 6 * 1024)]
    [InlineData("MemTotal: 5 kB", 5 * 1024, null)]
    [InlineData("MemTotal", null, null)]
    [InlineData("xMemTotal: 5 kB", null, null)]
    [InlineData("", null, null)]
    public void A_value_extends_to_the_next_label(string line, int? total, int? free)
    {
        MemoryInfo target = Read(line);
        Assert.Equal((total, free), (target.Total, target.Free));
    }

    [Fact]
    public void An_unknown_label_is_kept_with_its_value()
    {
        MemoryInfo target = Read("Head: 1 HugePages_Total: 5 New label: 7 Hugepagesize: 8 kB");
        Assert.Equal((5L, 8192L), (target.HugePagesTotal, target.HugePageSize));
        Assert.Equal(("1", "7"), (target.Additional["Head"], target.Additional["New label"]));
    }

    [Fact]
    public void Any_bytes_can_be_read() => Assert.All(GrammarFile.Hostile(), text => Read(text));

    private static MemoryInfo Read(string line)
    {
        var target = MemoryInfo.Parse([], GrammarFile.Source);
        Labels.ReadLine(GrammarFile.Bytes(line), target, GrammarFile.Source);
        return target;
    }
}
