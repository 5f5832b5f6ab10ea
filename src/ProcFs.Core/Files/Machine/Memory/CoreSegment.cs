using System.Buffers.Binary;
using ProcFs.IO;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a program header of <c>/proc/kcore</c>: a range of kernel addresses and its offset in the file. The file is the memory itself, so only its headers are
/// read. Source: proc_kcore(5), read_kcore_iter() of fs/proc/kcore.c, elf(5).
/// </summary>
public sealed class CoreSegment : ITable<CoreSegment>
{
    private const string Form = "the header of an ELF core file";
    private const int HeaderSize = 64;
    private const int EntrySize = 56;

    private CoreSegment()
    {
    }

    /// <summary>The number of the header, from 0.</summary>
    public required int Number { get; init; }

    /// <summary>The type: <c>NOTE</c> for a description of the kernel, <c>LOAD</c> for memory.</summary>
    public required string Type { get; init; }

    /// <summary>The first address.</summary>
    [Unit(Unit.Address)] public required ulong Start { get; init; }

    /// <summary>The physical address; null if the range has none.</summary>
    [Unit(Unit.Address)] public required ulong? PhysicalAddress { get; init; }

    /// <summary>The size, in bytes.</summary>
    [Unit(Unit.Bytes)] public required ulong Size { get; init; }

    /// <summary>The offset in the file.</summary>
    [Unit(Unit.Hex)] public required ulong Offset { get; init; }

    /// <summary>The permissions, as in <c>maps</c>: <c>rwx</c>.</summary>
    public required string Rights { get; init; }

    internal static View View => new(
        typeof(CoreSegment),
        new(nameof(Number), 6),
        new(nameof(Type), 6),
        new(nameof(Start), 16),
        new(nameof(PhysicalAddress), 16),
        new(nameof(Size), 9),
        new(nameof(Rights), 6));

    /// <summary>The type, the address and the size.</summary>
    public override string ToString() => $"{Type} {Display.Address(Start)} {Display.Size(Size)}";

    static string IRow<CoreSegment>.NameOf(CoreSegment row) => $"{row.Number}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<CoreSegment, bool> emit)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(emit);
        using Stream file = ProcStream.OpenRead(source.Root, source.RelativePath);
        byte[] header = new byte[HeaderSize];
        if (file.ReadAtLeast(header, HeaderSize, throwOnEndOfStream: false) < HeaderSize || !IsCore(header))
        {
            throw source.Malformed(1, default, Form);
        }

        // e_phoff, e_phentsize and e_phnum of the ELF header; the kernel writes the program headers right after it.
        int count = Short(header.AsSpan(56));
        bool isNext = Long(header.AsSpan(32)) == HeaderSize && Short(header.AsSpan(54)) == EntrySize;
        byte[] entries = new byte[isNext ? count * EntrySize : 0];
        if (!isNext || file.ReadAtLeast(entries, entries.Length, throwOnEndOfStream: false) < entries.Length)
        {
            throw source.Malformed(1, default, Form);
        }

        for (int i = 0; i < count && emit(Parse(i, entries.AsSpan(i * EntrySize, EntrySize))); i++)
        {
        }
    }

    // 64-bit, of either byte order; headers of a 32-bit kernel cannot describe more memory.
    private static bool IsCore(ReadOnlySpan<byte> header) => header.StartsWith("\u007fELF"u8) && header[4] == 2 && header[5] == 1;

    // p_type, p_flags, p_offset, p_vaddr, p_paddr, p_filesz, p_memsz, p_align
    private static CoreSegment Parse(int number, ReadOnlySpan<byte> entry)
    {
        uint type = BinaryPrimitives.ReadUInt32LittleEndian(entry);
        uint flags = BinaryPrimitives.ReadUInt32LittleEndian(entry[4..]);
        ulong physical = Long(entry[24..]);
        return new CoreSegment
        {
            Number = number,
            Type = type switch { 1 => "LOAD", 4 => "NOTE", _ => $"{type}" },
            Start = Long(entry[16..]),
            PhysicalAddress = type != 1 || physical == ulong.MaxValue ? null : physical,
            Size = Long(entry[40..]) is > 0 and var memory ? memory : Long(entry[32..]),
            Offset = Long(entry[8..]),
            Rights = string.Concat((flags & 4) != 0 ? "r" : "-", (flags & 2) != 0 ? "w" : "-", (flags & 1) != 0 ? "x" : "-"),
        };
    }

    private static ushort Short(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    private static ulong Long(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt64LittleEndian(bytes);
}
