using ProcFs.Text;

namespace ProcFs;

/// <summary>Values of parameters that are not plain numbers or text: the value parsers of the catalog.</summary>
internal static class ParameterValue
{
    public static ParameterForm TextForm { get; } = new() { Parse = Text };

    public static ParameterForm LabelForm { get; } = new() { Parse = Label };

    public static ParameterForm OptionalIdForm { get; } = new() { Parse = OptionalId };

    public static ParameterForm WaitChannelForm { get; } = new() { Parse = WaitChannel };

    public static ParameterForm PatchStateForm { get; } = new() { Parse = PatchState };

    /// <summary>Text, even if it looks like a number: a process can be named 007.</summary>
    public static object? Text(ReadOnlySpan<byte> content, ProcSource source) => LosslessText.Decode(WithoutNewline(content));

    /// <summary>A security label, which some modules end with a NUL; null if there is none.</summary>
    public static object? Label(ReadOnlySpan<byte> content, ProcSource source)
    {
        ReadOnlySpan<byte> label = content.TrimEnd("\n\0"u8);
        return label.IsEmpty ? null : LosslessText.Decode(label);
    }

    /// <summary>An id that can be set once: (unsigned)-1 means unset, and becomes null.</summary>
    public static object? OptionalId(ReadOnlySpan<byte> content, ProcSource source)
    {
        ReadOnlySpan<byte> text = WithoutNewline(content);
        if (!Number.TryUInt32(text, out uint id))
        {
            throw source.Malformed(1, text, "a number");
        }

        return id == uint.MaxValue ? null : (long)id;
    }

    /// <summary>The name of a kernel function; null for "0": the task is running, or the caller is not allowed to see its wait channel.</summary>
    public static object? WaitChannel(ReadOnlySpan<byte> content, ProcSource source)
    {
        ReadOnlySpan<byte> name = WithoutNewline(content);
        return name is [] or [(byte)'0'] ? null : LosslessText.Decode(name);
    }

    /// <summary>The live patching state of the process.</summary>
    public static object? PatchState(ReadOnlySpan<byte> content, ProcSource source)
    {
        ReadOnlySpan<byte> text = WithoutNewline(content);
        return Number.TryInt32(text, out int state) ? (LivePatchState)state : throw source.Malformed(1, text, "-1, 0 or 1");
    }

    /// <summary>The content without the one trailing newline that the kernel adds.</summary>
    internal static ReadOnlySpan<byte> WithoutNewline(ReadOnlySpan<byte> content) => content.EndsWith("\n"u8) ? content[..^1] : content;
}
