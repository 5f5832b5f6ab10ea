namespace ProcFs.Text;

/// <summary>The suffix that the kernel appends to the path of a deleted file. It is only text: a live file can have such a name too.</summary>
internal static class DeletedSuffix
{
    private static ReadOnlySpan<byte> Suffix => " (deleted)"u8;

    public static bool IsAtEndOf(ReadOnlySpan<byte> target) => target.EndsWith(Suffix);

    public static ReadOnlySpan<byte> Strip(ReadOnlySpan<byte> target) => IsAtEndOf(target) ? target[..^Suffix.Length] : target;
}
