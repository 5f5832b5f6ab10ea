using ProcFs.Interop;
using ProcFs.Text;

namespace ProcFs.IO;

/// <summary>Writes a parameter file.</summary>
internal static class ParameterFile
{
    /// <summary>Writes the value whole, in one write(2). The error tells what the value still is where <paramref name="current"/> is there to read it.</summary>
    /// <exception cref="ProcException">The kernel refused it, or the caller may not.</exception>
    public static void Write(Descriptor directory, string name, ProcRoot root, string path, string value, ReadBuffer? current, bool isOfLines = false, string? purpose = null)
    {
        Errno error = WriteOnce(directory, name, LosslessText.Encode(value));
        if (error != Errno.None)
        {
            string? now = current?.ReadFile(directory, name) == Errno.None ? KernelParameter.TextOf(current.Bytes) : null;
            now = now is not null && isOfLines ? KernelParameter.OnOneLine(now) : now;
            throw ProcException.FromWrite(error, root, path, value, now, purpose);
        }
    }

    // The kernel takes each write as a whole value: the rest of a short write cannot be sent.
    private static unsafe Errno WriteOnce(Descriptor directory, string name, byte[] bytes)
    {
        using var file = Descriptor.Open(directory, name, OpenFlags.WriteOnly, out Errno error);
        if (file is null)
        {
            return error;
        }

        fixed (byte* start = bytes)
        {
            byte empty = 0;
            return Libc.write(file.Number, bytes.Length == 0 ? &empty : start, bytes.Length) < 0 ? Libc.LastError : Errno.None;
        }
    }
}
