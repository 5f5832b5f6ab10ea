using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/dma</c>: an ISA DMA channel in use. On a machine without ISA DMA the file contains <c>No DMA</c>, and there are no lines. Source:
/// proc_dma(5), proc_dma_show() of kernel/dma.c.
/// </summary>
public sealed class DmaChannel : ITable<DmaChannel>
{
    private DmaChannel()
    {
    }

    /// <summary>The number of the channel.</summary>
    public required int Channel { get; init; }

    /// <summary>The user of the channel: <c>cascade</c> for the one that joins the two controllers.</summary>
    public required string Name { get; init; }

    internal static View View => new(
        typeof(DmaChannel),
        new(nameof(Channel), 7),
        new(nameof(Name)));

    /// <summary>The channel and its user: <c>4 cascade</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Channel} {Name}");

    static string IRow<DmaChannel>.NameOf(DmaChannel row) => $"{row.Channel}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<DmaChannel, bool> emit) =>
        Lines.ReadBelow(source, "No DMA"u8, static (line, _, from) => Parse(line, from), "a channel, a colon and a name", emit);

    private static DmaChannel? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        int colon = line.IndexOf((byte)':');
        return colon > 0 && Number.TryInt32(Value.Trim(line[..colon]), out int channel)
            ? new DmaChannel { Channel = channel, Name = source.Intern(Value.Trim(line[(colon + 1)..])) }
            : null;
    }
}
