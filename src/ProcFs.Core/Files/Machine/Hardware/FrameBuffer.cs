using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>Models a line of <c>/proc/fb</c>: a frame buffer device. Source: fb_seq_show() of drivers/video/fbdev/core.</summary>
public sealed class FrameBuffer : ILine<FrameBuffer>, IRow<FrameBuffer>
{
    private FrameBuffer()
    {
    }

    /// <summary>The number of the device, as in <c>/dev/fb0</c>.</summary>
    public required int Number { get; init; }

    /// <summary>The name given by the driver: <c>i915drmfb</c>.</summary>
    public required string Name { get; init; }

    static string ILine<FrameBuffer>.Form => "a number and a name";

    internal static View View => new(
        typeof(FrameBuffer),
        new(nameof(Number), 6),
        new(nameof(Name)));

    /// <summary>The number and the name: <c>0 i915drmfb</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Number} {Name}");

    static string IRow<FrameBuffer>.NameOf(FrameBuffer row) => $"fb{row.Number}";

    /// <inheritdoc/>
    public static FrameBuffer? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var words = new FieldScanner(line);
        bool isNumber = words.TryInt32(out int number);
        return isNumber ? new FrameBuffer { Number = number, Name = source.Intern(Value.Trim(words.Rest)) } : null;
    }
}
