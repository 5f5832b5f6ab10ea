namespace ProcFs;

/// <summary>The files of a sound substream: one word if it is closed, two words before it is set up, and otherwise fields.</summary>
internal static class PcmText
{
    /// <summary>Whether a program has the substream open.</summary>
    public static bool IsOpen(ReadOnlySpan<byte> text) => !text.TrimEnd((byte)'\n').SequenceEqual("closed"u8);

    /// <summary>The lines with fields; empty if there are none.</summary>
    public static ReadOnlySpan<byte> Fields(ReadOnlySpan<byte> text) => IsOpen(text) && !text.TrimEnd((byte)'\n').SequenceEqual("no setup"u8) ? text : [];
}
