namespace ProcFs.Text;

/// <summary>
/// What the kernel writes behind the path of a file whose name is gone. It is only text: a live file may be
/// called so too.
/// </summary>
internal static class DeletedSuffix
{
    private static ReadOnlySpan<byte> Suffix => " (deleted)"u8;

    public static bool IsAtEndOf(ReadOnlySpan<byte> target) => target.EndsWith(Suffix);

    public static ReadOnlySpan<byte> Strip(ReadOnlySpan<byte> target) => IsAtEndOf(target) ? target[..^Suffix.Length] : target;
}
