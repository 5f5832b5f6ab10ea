using System.Runtime.InteropServices;

namespace ProcFs.IO;

/// <summary>Iterates over the attributes after the fixed part of a netlink message: netlink(7).</summary>
internal ref struct NetlinkAttributes(ReadOnlySpan<byte> bytes)
{
    // struct nlattr
    private const int HeaderSize = 4;

    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>Moves to the next attribute; false at the end.</summary>
    public bool Next(out int type, out ReadOnlySpan<byte> value)
    {
        type = 0;
        value = default;
        if (_rest.Length < HeaderSize)
        {
            return false;
        }

        int length = MemoryMarshal.Read<ushort>(_rest);
        type = MemoryMarshal.Read<ushort>(_rest[2..]) & 0x3FFF;
        if (length < HeaderSize || length > _rest.Length)
        {
            return false;
        }

        value = _rest[HeaderSize..length];
        _rest = _rest[Math.Min((length + 3) & ~3, _rest.Length)..];
        return true;
    }
}
