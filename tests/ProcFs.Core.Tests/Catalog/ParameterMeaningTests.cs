namespace ProcFs;

/// <summary>Units and bounds of parameters, as the descriptions of the catalog and its table of bounds state them.</summary>
public sealed class ParameterMeaningTests
{
    [Theory]
    [InlineData("interval between writebacks, 1/100 s; 0 off", "1/100 s", null, null)]
    [InlineData("tendency to swap, 0 to 200", null, 0L, 200L)]
    [InlineData("whether it is so, 0 or 1 (x86)", null, 0L, 1L)]
    [InlineData("whether addresses survive link down, -1 to 1", null, -1L, 1L)]
    [InlineData("reclaimable slab, % of the zone", "%", null, null)]
    [InlineData("SVE vector length, bytes (ARM)", "bytes", null, null)]
    [InlineData("overcommit: 0 heuristic, 1 always, 2 never beyond the limit", null, 0L, 2L)]
    [InlineData("perf for users: -1 everything, 0 to 2 increasingly less", null, -1L, 2L)]
    [InlineData("drops caches: 1 pages, 2 inodes, 4 disks", null, null, null)]
    [InlineData("groups: 10 to 20, 5 others", null, null, null)]
    [InlineData("debug messages, bit mask", "bit mask", null, null)]
    [InlineData("bytes", null, null, null)]
    [InlineData("", null, null, null)]
    public void A_description_states_unit_and_bounds(string description, string? unit, long? minimum, long? maximum) =>
        Assert.Equal(new ParameterMeaning(unit, minimum, maximum), ParameterMeaning.Of(description));

    [Theory]
    [InlineData("sys/vm/dirty_ratio", "%", 0L, 100L)]
    [InlineData("sys/vm/swappiness", null, 0L, 200L)]
    [InlineData("sys/kernel/pid_max", null, 301L, 4194304L)]
    [InlineData("sys/vm/min_free_kbytes", "kB", 0L, null)]
    [InlineData("sys/unknown/parameter", null, null, null)]
    public void A_well_known_parameter_has_the_bounds_of_the_kernel(string path, string? unit, long? minimum, long? maximum) =>
        Assert.Equal(new ParameterMeaning(unit, minimum, maximum), Assert.IsType<ParameterEntry>(Catalog.Find(path)).Meaning);

    [Fact]
    public void A_refusal_names_the_bounds_once()
    {
        Assert.EndsWith("; 301 to 4194304", Assert.IsType<ParameterEntry>(Catalog.Find("sys/kernel/pid_max")).Purpose, StringComparison.Ordinal);
        ParameterEntry swappiness = Assert.IsType<ParameterEntry>(Catalog.Find("sys/vm/swappiness"));
        Assert.Equal(swappiness.Description, swappiness.Purpose);
    }

    [Fact]
    public void Bounds_are_of_parameters_in_the_catalog_and_in_order()
    {
        ParameterEntry[] entries = [.. Catalog.All.OfType<ParameterEntry>().Where(entry => ParameterBounds.Find(entry.Pattern) is not null)];
        Assert.True(entries.Length > 60, $"{entries.Length}");
        Assert.All(Catalog.All.OfType<ParameterEntry>(), entry => Assert.True(!(entry.Meaning.Minimum >= entry.Meaning.Maximum), entry.Pattern));
    }

    [Fact]
    public void A_number_of_this_machine_is_within_its_bounds()
    {
        var root = new ProcRoot();
        string[] wrong = [.. Catalog.All.OfType<ParameterEntry>()
            .Where(entry => entry.Pattern.StartsWith("sys/vm/", StringComparison.Ordinal) && File.Exists($"/proc/{entry.Pattern}"))
            .Select(entry => (entry, Text: TryRead($"/proc/{entry.Pattern}")))
            .Where(pair => long.TryParse(pair.Text, out long value) && (value < pair.entry.Meaning.Minimum || value > pair.entry.Meaning.Maximum))
            .Select(pair => $"{pair.entry.Pattern} = {pair.Text}")];
        Assert.True(root.IsLive);
        Assert.Empty(wrong);
    }

    private static string? TryRead(string path)
    {
        try
        {
            return File.ReadAllText(path).Trim();
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            return null;
        }
    }
}
