using ProcFs.Fixtures;
using ProcFs.Grammar;

namespace ProcFs;

public sealed class SequencerClientTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_client_has_ports_and_pools()
    {
        SequencerClient[] clients = [.. modern.Root.Rows<SequencerClient>(TestContext.Current.CancellationToken).Select(row => row.Item!)];
        Assert.Equal([(0, "System", "Kernel", "Legacy"), (128, "The \"best\" synth", "User", "UMP MIDI1")], clients.Select(client => (client.Number, client.Name, client.Type, client.MidiVersion!)));
        Assert.Equal([(0, "Timer", "Rwe-"), (1, "Announce", "R-e-")], clients[0].Ports.Select(port => (port.Number, port.Name, port.Flags)));
        Assert.Equal(["128:0", "129:1[r:0]"], clients[0].Ports[1].ConnectedTo);
        Assert.Equal(["0:1"], clients[1].Ports[0].ConnectedFrom);
        Assert.Equal("Output pool size=500; Output pool cells in use=3; Input pool size=200", $"{clients[1].Pools}");
    }

    [Fact]
    public void An_older_kernel_has_no_version()
    {
        (List<SequencerClient> rows, List<ProcException> errors) = GrammarFile.Read<SequencerClient>("Client info\nClient 14 : \"Midi Through\" [Kernel]\nClient x\n", SequencerClient.ReadRows);
        Assert.Equal((14, "Midi Through", "Kernel", null), (Assert.Single(rows).Number, rows[0].Name, rows[0].Type, rows[0].MidiVersion));
        Assert.Equal(3, Assert.Single(errors).LineNumber);
    }
}
