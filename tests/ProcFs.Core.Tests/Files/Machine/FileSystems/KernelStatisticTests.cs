using ProcFs.Fixtures;

namespace ProcFs;

public sealed class KernelStatisticTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_file_names_each_counter() => Assert.Equal(
        [("hits", 8772612L, 4), ("misses", 604635L, 4), ("size", -1L, 4), ("memory_available_bytes", -922337203685477580L, 3)],
        Read("arcstats").Select(row => (row.Name, (long)row.Value, row.Type!.Value)));

    [Fact]
    public void One_of_io_has_a_line_of_names() => Assert.Equal(
        [("nread", 1884160L), ("nwritten", 3206144L), ("reads", 22L), ("writes", 132L), ("wtime", 7155162L)],
        Read("tank/io").Select(row => (row.Name, (long)row.Value)));

    [Fact]
    public void An_odd_type_costs_itself_and_an_odd_line_is_one_error()
    {
        (List<KernelStatistic> rows, List<ProcException> errors) = Grammar.GrammarFile.Read<KernelStatistic>("1 1 0x01 2 96 3 4\nname type data\nhits x 5\nodd\n", KernelStatistic.ReadRows);
        Assert.Equal((null, 5L, UnavailableReason.Malformed), (Assert.Single(rows).Type, rows[0].Value, rows[0].Unavailable["Type"]));
        Assert.Equal(4, Assert.Single(errors).LineNumber);
    }

    [Fact]
    public void A_value_may_be_a_text()
    {
        Assert.Equal(("dataset_name", "tank/home", 7), (Read("tank/objset-0x36")[0].Name, Read("tank/objset-0x36")[0].Value, Read("tank/objset-0x36")[0].Type));
        Assert.Equal("state = ONLINE", $"{Assert.Single(Read("tank/state"))}");
    }

    private KernelStatistic[] Read(string file)
    {
        var rows = new List<KernelStatistic>();
        KernelStatistic.ReadRows(modern.Source($"spl/kstat/zfs/{file}"), row =>
        {
            rows.Add(row);
            return true;
        });
        return [.. rows];
    }
}
