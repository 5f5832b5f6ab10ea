using System.Buffers.Binary;
using ProcFs.IO;
using ProcFs.Interop;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models an entry of <c>/proc/&lt;pid&gt;/pagemap</c>: a page of a process's virtual memory and its location. Source: proc_pid_pagemap(5),
/// Documentation/admin-guide/mm/pagemap.rst.
/// </summary>
public sealed class PageMapEntry
{
    private const int EntrySize = sizeof(ulong);
    private const int ChunkSize = 64 * 1024;
    private const ulong FlagBits = 0x1FFUL << 55;
    private const ulong FrameMask = (1UL << 55) - 1;
    private const ulong SwapTypeMask = 0x1F;
    private const int SwapOffsetShift = 5;

    private PageMapEntry(ulong address, ulong entry, ProcSource source)
    {
        ProcessId = source.ProcessId ?? 0;
        ProcessName = source.ProcessName ?? "";
        Address = address;
        Flags = (PageMapFlags)(entry & FlagBits);
        ulong place = entry & FrameMask;
        bool isHidden = place == 0;
        Frame = IsPresent && !isHidden ? place : null;
        SwapType = IsSwapped && !isHidden ? (int)(place & SwapTypeMask) : null;
        SwapOffset = IsSwapped && !isHidden ? place >> SwapOffsetShift : null;
    }

    /// <summary>The id of the process.</summary>
    public int ProcessId { get; }

    /// <summary>The full name of the process.</summary>
    public string ProcessName { get; }

    /// <summary>The start address of the page.</summary>
    [Unit(Unit.Hex)] public ulong Address { get; }

    /// <summary>The flags of the page.</summary>
    public PageMapFlags Flags { get; }

    /// <summary>The page frame number; null for a page that is not present, and if the caller is not allowed to see it (CAP_SYS_ADMIN).</summary>
    [Unit(Unit.Hex)] public ulong? Frame { get; }

    /// <summary>The number of the swap area; null for a page that is not swapped out, and if the caller is not allowed to see it.</summary>
    public int? SwapType { get; }

    /// <summary>The offset in the swap area, in pages; null for a page that is not swapped out, and if the caller is not allowed to see it.</summary>
    public ulong? SwapOffset { get; }

    /// <summary>Whether the page is present in RAM.</summary>
    public bool IsPresent => Flags.HasFlag(PageMapFlags.Present);

    /// <summary>Whether the page is swapped out.</summary>
    public bool IsSwapped => Flags.HasFlag(PageMapFlags.Swapped);

    /// <summary>The reasons why properties are null, by property name.</summary>
    public IReadOnlyDictionary<string, UnavailableReason> Unavailable
    {
        get
        {
            var fields = default(UnavailableFields);
            if (IsPresent && Frame is null)
            {
                fields.Add(nameof(Frame), UnavailableReason.Denied);
            }
            else if (IsSwapped && SwapOffset is null)
            {
                fields.Add(nameof(SwapType), UnavailableReason.Denied);
                fields.Add(nameof(SwapOffset), UnavailableReason.Denied);
            }

            return fields.ToDictionary();
        }
    }

    internal static View View => new(
        typeof(PageMapEntry),
        new(nameof(ProcessId), 9),
        new(nameof(Address), 16),
        new(nameof(Frame), 12),
        new(nameof(SwapOffset), 16) { Label = "Swap", With = [nameof(SwapType)], Show = Cells.Swap },
        new(nameof(Flags)));

    /// <summary>The process and the item, on one line.</summary>
    public override string ToString() => ObjectKey.OfPart(ProcessId, $"{Address:x}");

    /// <summary>Reads the pages of the ranges in the selected processes.</summary>
    public static IEnumerable<Outcome<PageMapEntry>> Read(
        ProcessSelection selection,
        IReadOnlyList<AddressRange> ranges,
        ReadSummary summary,
        CancellationToken cancellation = default) =>
        ProcessReading.Run<PageMapEntry>(
            selection,
            "pagemap",
            (process, emit) => Read(new ProcSource(process, "pagemap"), ranges, emit),
            summary,
            cancellation);

    private static Errno Read(ProcSource source, IReadOnlyList<AddressRange> ranges, Action<PageMapEntry> emit)
    {
        using var file = Descriptor.Open(source.RequireProcess().Handle, "pagemap", OpenFlags.ReadOnly, out Errno error);
        if (file is null)
        {
            return error;
        }

        byte[] chunk = new byte[ChunkSize];
        foreach (AddressRange range in ranges)
        {
            error = Read(file, range, chunk, source, emit);
            if (error != Errno.None)
            {
                return error;
            }
        }

        return Errno.None;
    }

    // The file has an entry for each page of the address space, mapped or not, and ends at the end of it.
    private static Errno Read(Descriptor file, AddressRange range, byte[] chunk, ProcSource source, Action<PageMapEntry> emit)
    {
        ulong pageSize = (ulong)source.Root.Facts.PageSize;
        bool isBigEndian = source.Root.Facts.IsBigEndian;
        ulong page = range.Start / pageSize;
        ulong last = range.End == range.Start ? page : (range.End - 1) / pageSize + 1;
        while (page < last)
        {
            int wanted = (int)Math.Min((last - page) * EntrySize, ChunkSize);
            Errno error = file.ReadAt(chunk.AsSpan(0, wanted), (long)(page * EntrySize), out int length);
            if (error != Errno.None || length < EntrySize)
            {
                return error;
            }

            for (int position = 0; position + EntrySize <= length; position += EntrySize, page++)
            {
                ulong bits = isBigEndian ? BinaryPrimitives.ReadUInt64BigEndian(chunk.AsSpan(position)) : BinaryPrimitives.ReadUInt64LittleEndian(chunk.AsSpan(position));
                emit(new PageMapEntry(page * pageSize, bits, source));
            }
        }

        return Errno.None;
    }
}
