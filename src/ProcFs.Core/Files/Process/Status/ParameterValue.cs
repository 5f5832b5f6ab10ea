using ProcFs.Text;

namespace ProcFs;

/// <summary>Values of parameters that are no plain number or text: the value parsers of the catalog.</summary>
internal static class ParameterValue
{
    public static ParameterForm TextForm { get; } = new() { Parse = Text };

    public static ParameterForm LabelForm { get; } = new() { Parse = Label };

    public static ParameterForm OptionalIdForm { get; } = new() { Parse = OptionalId };

    public static ParameterForm WaitChannelForm { get; } = new() { Parse = WaitChannel };

    public static ParameterForm PatchStateForm { get; } = new() { Parse = PatchState };

    /// <summary>Text, even where it looks like a number: a process may be named 007.</summary>
    public static object? Text(ReadOnlySpan<byte> content, ProcSource source) => LosslessText.Decode(WithoutNewline(content));

    /// <summary>A security label, which some modules end with a NUL; null where there is none.</summary>
    public static object? Label(ReadOnlySpan<byte> content, ProcSource source)
    {
        ReadOnlySpan<byte> label = content.TrimEnd("\n\0"u8);
        return label.IsEmpty ? null : LosslessText.Decode(label);
    }

    /// <summary>An id that was set once or never: (unsigned)-1 stands for never, and is null.</summary>
    public static object? OptionalId(ReadOnlySpan<byte> content, ProcSource source)
    {
        ReadOnlySpan<byte> text = WithoutNewline(content);
        if (!Number.TryUInt32(text, out uint id))
        {
            throw source.Malformed(1, text, "a number");
        }

        return id == uint.MaxValue ? null : (long)id;
    }

    /// <summary>The name of a kernel function; null for "0": it runs, or the caller may not see where it waits.</summary>
    public static object? WaitChannel(ReadOnlySpan<byte> content, ProcSource source)
    {
        ReadOnlySpan<byte> name = WithoutNewline(content);
        return name is [] or [(byte)'0'] ? null : LosslessText.Decode(name);
    }

    /// <summary>What live patching does with the process.</summary>
    public static object? PatchState(ReadOnlySpan<byte> content, ProcSource source)
    {
        ReadOnlySpan<byte> text = WithoutNewline(content);
        return Number.TryInt32(text, out int state) ? (LivePatchState)state : throw source.Malformed(1, text, "-1, 0 or 1");
    }

    /// <summary>The content without the one newline that the kernel adds.</summary>
    internal static ReadOnlySpan<byte> WithoutNewline(ReadOnlySpan<byte> content) => content.EndsWith("\n"u8) ? content[..^1] : content;
}
