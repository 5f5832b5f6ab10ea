using ProcFs.IO;
using ProcFs.Interop;
using ProcFs.Text;

namespace ProcFs;

/// <summary>The path of an open file as the kernel has it, without symbolic links.</summary>
internal static class CanonicalPath
{
    /// <summary>The path; null if it is unknown.</summary>
    public static string? Of(ProcRoot root, Descriptor file)
    {
        var link = new ReadBuffer();
        return link.ReadLink(root.Handle, $"self/fd/{file.Number}") == Errno.None ? LosslessText.Decode(link.Bytes) : null;
    }
}
