using System.Text;
using ProcFs.Text;

namespace ProcFs.IO;

/// <summary>A name as the kernel expects it: its exact bytes and a NUL.</summary>
internal readonly ref struct NativeName
{
    public const int StackSize = 256;

    public NativeName(string name, Span<byte> room)
    {
        if (name.Length < room.Length && Ascii.IsValid(name))
        {
            Encoding.ASCII.GetBytes(name, room);
            room[name.Length] = 0;
            Terminated = room[..(name.Length + 1)];
            return;
        }

        byte[] bytes = LosslessText.Encode(name);
        byte[] terminated = new byte[bytes.Length + 1];
        bytes.CopyTo(terminated, 0);
        Terminated = terminated;
    }

    public ReadOnlySpan<byte> Terminated { get; }
}
