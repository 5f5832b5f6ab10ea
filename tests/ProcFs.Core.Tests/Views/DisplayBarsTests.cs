using ProcFs.Fixtures;

namespace ProcFs.Views;

/// <summary>Bars and strips of a fixed length, whatever the value.</summary>
public sealed class DisplayBarsTests(FixtureRoot fixture) : IClassFixture<FixtureRoot>
{
    [Theory]
    [InlineData(null, "")]
    [InlineData(0.0, "             0.0")]
    [InlineData(0.01, "▏            0.0")]
    [InlineData(25.0, "██▌         25.0")]
    [InlineData(100.0, "██████████ 100.0")]
    [InlineData(285.5, "██████████ 285.5")]
    [InlineData(-3.0, "            -3.0")]
    [InlineData(double.NaN, "             NaN")]
    public void A_percentage_is_a_bar_and_a_number(double? percent, string bar) => Assert.Equal(bar, Display.Bar(percent));

    [Fact]
    public void Parts_of_a_whole_share_a_bar_and_do_not_leave_it()
    {
        Assert.Equal("██▓▓▒       20.0", Display.Bar(20, 10, 20, 20, 10));
        Assert.Equal("████       40.0", Display.Bar(40, 9, 40, null, 0));
        Assert.Equal("██████▓▓▓▓  60.0", Display.Bar(60, 10, 60, 70, 90));
        Assert.Equal("", Display.Bar(null, 10, 60));
        Assert.Equal("█▓▒         10.0", Display.Bar(10, 10, 10, 10, 10));
    }

    [Fact]
    public void Averages_are_aligned_even_without_a_value()
    {
        Assert.Equal("▋            6.13   4.95   8.99", Display.Averages(6.13, 4.95, 8.99));
        Assert.Equal("██████████ 100.00 100.00 100.00", Display.Averages(100, 100, 100));
        Assert.Equal(31, Display.Averages(null, null, null).Length);
    }

    [Fact]
    public void Counts_of_few_cpus_are_numbers_and_of_many_a_strip_that_is_folded_to_its_length()
    {
        Assert.Equal("        7         0     12345", Display.Cpus([7, 0, 12345], 39));
        Assert.Equal("999999999     1000M  9223372T", Display.Cpus([999_999_999, 1_000_000_000, long.MaxValue], 39));
        Assert.Equal("·▁▃▅█", Display.Cpus([0, 1, 300, 500, 1000], 39));
        Assert.Equal("·····", Display.Cpus([0, 0, 0, 0, 0], 39));
        Assert.Equal("█··" + new string('·', 29), Display.Cpus([5, 6, .. new long[126]], 39));
        Assert.Equal("█▅", Display.Cpus([long.MaxValue, long.MaxValue, long.MaxValue / 2, long.MaxValue / 2, 0], 2)[..2]);
        Assert.Equal("", Display.Cpus([], 39));
    }

    [Fact]
    public void An_object_of_the_fixture_has_them_in_its_table()
    {
        View memory = View.Find(typeof(MemoryInfo))!;
        MemoryInfo info = fixture.Root.Read<MemoryInfo>();
        string bar = memory.Cell(memory.Columns[1], info);
        Assert.Equal(Display.Percent((info.Total - info.Available) * 100.0 / info.Total), bar.Split(' ')[^1]);
        View interrupts = View.Find(typeof(Interrupt))!;
        Interrupt line = fixture.Root.Rows<Interrupt>(TestContext.Current.CancellationToken).Select(row => row.Item!).First(row => row.Irq == "16");
        Assert.Equal("        7         0     12345", interrupts.Cell(interrupts.Columns.First(column => column.Property == nameof(Interrupt.Counts)), line));
    }
}
