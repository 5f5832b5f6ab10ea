namespace ProcFs.Views;

public sealed class DisplayValueTests
{
    public static TheoryData<object?, Unit, string> Values => new()
    {
        { null, Unit.Bytes, "" },
        { 1536L, Unit.Bytes, "1.5 KB" },
        { ulong.MaxValue, Unit.Bytes, "16.0 EB" },
        { 1536L, Unit.None, "1536" },
        { 4095UL, Unit.Hex, "fff" },
        { 4095UL, Unit.Address, "0000000000000fff" },
        { -1L, Unit.Hex, "ffffffffffffffff" },
        { 18, Unit.Octal, "022" },
        { 18, Unit.Mode, "0022" },
        { 12.345, Unit.Percent, "12.3" },
        { 3.25, Unit.PerSecond, "3.3" },
        { 2048.0, Unit.BytesPerSecond, "2.0 KB" },
        { TimeSpan.FromMilliseconds(3.6), Unit.Duration, "3.6 ms" },
        { TimeSpan.FromSeconds(61), Unit.None, "00:01:01.00" },
        { TimeSpan.FromSeconds(-61), Unit.None, "-00:01:01.00" },
        { TimeSpan.FromMinutes(5), Unit.TimeLeft, "5 min" },
        { "a\u001b[31m\u202eb", Unit.None, @"a\x1b[31m\u202eb" },
        { new List<string> { "a\nb", "c" }, Unit.None, @"a\nb, c" },
        { new List<int> { 1, 2 }, Unit.None, "1, 2" },
        { new List<ulong> { 16, 255 }, Unit.Hex, "0x10, 0xff" },
        { new Dictionary<string, string> { ["k\t"] = "v" }, Unit.None, @"k\t: v" },
        { new Dictionary<int, long> { [0] = 4096 }, Unit.Bytes, "N0=4.0 KB" },
        { new Dictionary<string, UnavailableReason> { ["A"] = UnavailableReason.Malformed }, Unit.None, "Malformed: A" },
        { ProcessState.Zombie, Unit.None, "Zombie" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_is_shown_by_its_unit(object? value, Unit unit, string expected) => Assert.Equal(expected, Display.Value(value, unit));

    [Fact]
    public void Each_type_of_the_catalog_has_a_view() =>
        Assert.DoesNotContain(Catalog.All.Select(entry => entry.ItemType).OfType<Type>(), type => View.Find(type) is null);

    [Fact]
    public void Each_column_names_properties_of_its_type() =>
        Assert.Empty(View.All.SelectMany(view => view.Columns
            .SelectMany(column => column.With.Prepend(column.Property))
            .Where(name => view.Shape.Find(name) is null)
            .Select(name => $"{view.Type.Name}.{name}")));

    [Fact]
    public void Units_follow_the_scale_of_the_file()
    {
        var status = ItemShape.Find(typeof(ProcessStatus))!;
        Assert.Equal(Unit.Bytes, status.Find(nameof(ProcessStatus.VmRss))!.Unit);
        Assert.Equal("VmRSS", status.Find(nameof(ProcessStatus.VmRss))!.Key);
        Assert.Equal(Unit.Bytes, ItemShape.Find(typeof(ProcessMemory))!.Find(nameof(ProcessMemory.Pss))!.Unit);
    }
}
