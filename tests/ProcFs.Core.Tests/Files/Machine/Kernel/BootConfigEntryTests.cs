using ProcFs.Fixtures;
using ProcFs.Grammar;

namespace ProcFs;

public sealed class BootConfigEntryTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_key_has_values_in_quotes_of_either_kind()
    {
        BootConfigEntry[] entries = [.. modern.Root.Rows<BootConfigEntry>(TestContext.Current.CancellationToken).Select(row => row.Item!)];
        Assert.Equal(["ftrace.event", "kernel.root", "kernel.debug"], entries.Select(entry => entry.Key));
        Assert.Equal(["sched:sched_switch", "say \"no\""], entries[0].Values);
        Assert.Equal([""], entries[2].Values);
    }

    [Fact]
    public void A_value_without_its_end_is_one_error()
    {
        (List<BootConfigEntry> entries, List<ProcException> errors) = GrammarFile.Read<BootConfigEntry>("a = \"b\nc = d\ne = \"f\"\n", BootConfigEntry.ReadRows);
        Assert.Equal("e = f", $"{Assert.Single(entries)}");
        Assert.Equal([1, 2], errors.Select(error => error.LineNumber));
    }
}
