using ProcFs.Interop;
using ProcFs.IO;

namespace ProcFs;

/// <summary>How a /proc is mounted, as its own <c>self/mountinfo</c> tells.</summary>
internal static class MountOptions
{
    /// <summary>Whether the processes of others are invisible: hidepid is 2 (invisible) or 4 (ptraceable).</summary>
    public static bool HideProcesses(ProcRoot root)
    {
        using var lines = LineReader.Open(root.Handle, "self/mountinfo", out _);
        while (lines is not null && lines.Next(out Errno error) && error == Errno.None)
        {
            if (IsMountOf(root, lines.Line) && IsHiding(lines.Line))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsHiding(ReadOnlySpan<byte> line) =>
        line.IndexOf("hidepid=2"u8) >= 0 || line.IndexOf("hidepid=invisible"u8) >= 0
        || line.IndexOf("hidepid=4"u8) >= 0 || line.IndexOf("hidepid=ptraceable"u8) >= 0;

    // "36 35 98:0 / /proc rw,... - proc proc rw,hidepid=2": the fifth field is the mount point.
    private static bool IsMountOf(ProcRoot root, ReadOnlySpan<byte> line)
    {
        var fields = new Text.FieldScanner(line);
        for (int i = 0; i < 4; i++)
        {
            fields.Next();
        }

        return Text.LosslessText.Decode(Text.OctalEscapes.Decode(fields.Next(), " \t\n\\"u8)) == root.Path && line.IndexOf(" - proc "u8) >= 0;
    }
}
