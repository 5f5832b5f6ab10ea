using ProcFs.Text;

namespace ProcFs;

/// <summary>Models a port of a client in <c>/proc/asound/seq/clients</c>. Source: snd_seq_info_dump_ports() of sound/core/seq/seq_clientmgr.c.</summary>
public sealed class SequencerPort
{
    internal SequencerPort()
    {
    }

    /// <summary>The number of the port.</summary>
    public required int Number { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The permissions: <c>R</c> can be read and <c>W</c> written, <c>e</c> can be connected by other programs, <c>X</c> duplex; <c>r</c> and <c>w</c> are without subscription, and <c>-</c> is
    /// none: <c>RWeX</c>.
    /// </summary>
    public required string Flags { get; init; }

    /// <summary>The ports to which it sends: <c>128:0</c>, <c>128:1[r:0]</c> with the clock and number of a queue, <c>[ex]</c> if exclusive.</summary>
    public string[] ConnectedTo { get; internal set; } = [];

    /// <summary>The ports from which it receives.</summary>
    public string[] ConnectedFrom { get; internal set; } = [];

    /// <summary>The number and the name.</summary>
    public override string ToString() => DisplayText.Escape($"{Number} {Name}");
}
