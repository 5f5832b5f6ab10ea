using ProcFs.Text;

namespace ProcFs;

/// <summary>A line of kallsyms, taken apart in place: <c>ffffffff81a0b3c0 T vfs_read</c>, and <c>	[ext4]</c> behind it for a module's symbol.</summary>
internal readonly ref struct SymbolLine
{
    private SymbolLine(ulong address, char type, ReadOnlySpan<byte> name, ReadOnlySpan<byte> module)
    {
        Address = address;
        Type = type;
        Name = name;
        Module = module;
    }

    /// <summary>0 where it is hidden.</summary>
    public ulong Address { get; }

    public char Type { get; }

    public ReadOnlySpan<byte> Name { get; }

    /// <summary>Empty for the kernel itself.</summary>
    public ReadOnlySpan<byte> Module { get; }

    public static bool TryParse(ReadOnlySpan<byte> line, out SymbolLine result)
    {
        result = default;
        if (!TryAddress(line, out ulong address, out int space) || line.Length < space + 4 || line[space + 2] != ' ')
        {
            return false;
        }

        ReadOnlySpan<byte> name = line[(space + 3)..];
        ReadOnlySpan<byte> module = default;
        int tab = name.IndexOf((byte)'\t');
        if (tab >= 0)
        {
            if (name[(tab + 1)..] is not [(byte)'[', .. var inner, (byte)']'])
            {
                return false;
            }

            module = inner;
            name = name[..tab];
        }

        result = new SymbolLine(address, (char)line[space + 1], name, module);
        return !name.IsEmpty;
    }

    // %p of kernels before 4.15 writes 0 as "(null)", padded to the width of an address (lib/vsprintf.c).
    private static bool TryAddress(ReadOnlySpan<byte> line, out ulong address, out int end)
    {
        ReadOnlySpan<byte> zero = "(null)"u8;
        int start = line is [(byte)' ' or (byte)'(', ..] ? line.IndexOfAnyExcept((byte)' ') : 0;
        if (start >= 0 && line[start..].StartsWith(zero))
        {
            address = 0;
            end = start + zero.Length;
            return line.Length > end && line[end] == ' ';
        }

        end = line.IndexOf((byte)' ');
        return Number.TryHex(end < 0 ? default : line[..end], out address);
    }
}
