using ProcFs.Grammar;

namespace ProcFs;

public sealed class ReportLineTests
{
    [Fact]
    public void A_line_has_a_name_and_perhaps_a_value() => Assert.Equal(
        [("access", "MMAP_INTERLEAVED"), ("rate", "48000 (48000/1)"), ("channels", 2L), ("closed", null), ("a", "b"), ("tab", 7L), ("reg:00", (object?)null)],
        Read("access: MMAP_INTERLEAVED\nrate: 48000 (48000/1)\nchannels: 2\n\nclosed\na=b\ntab\t\t: 7\nreg:00\n").Select(row => (row.Name, row.Value)));

    [Fact]
    public void A_line_may_lie_below_another()
    {
        ReportLine[] rows = Read("Client info\n  cur  clients : 2\nClient 0 : \"System\"\n  Port 0 : \"Timer\"\n    Connecting To: 1:0\nstats:\nobjects 5\n");
        Assert.Equal([null, "Client info", "Client info", "Client 0", "Port 0", "Client info", "stats"], rows.Select(row => row.Section));
        Assert.Equal([0, 2, 0, 2, 4, 0, 0], rows.Select(row => row.Indentation));
    }

    private static ReportLine[] Read(string text)
    {
        (List<ReportLine> rows, List<ProcException> errors) = GrammarFile.Read<ReportLine>(text, ReportLine.ReadRows);
        Assert.Empty(errors);
        return [.. rows];
    }
}
