using System.Buffers.Binary;
using System.Runtime.InteropServices;
using ProcFs.Fixtures;

namespace ProcFs;

public sealed class PageMapEntryTests
{
    private const ulong Present = 1UL << 63;
    private const ulong Swapped = 1UL << 62;

    [Fact]
    public void Every_bit_has_its_meaning()
    {
        List<PageMapEntry> pages = Read([0, Present | (1UL << 56) | 0x1234, Swapped | (1UL << 61) | (0x77 << 5) | 3, Present | (1UL << 55) | (1UL << 57), 1UL << 58], 0, 5);
        Assert.Equal([0UL, 1, 2, 3, 4], pages.Select(page => page.Address / PageSize));
        Assert.Equal((PageMapFlags.None, null, false, false), (pages[0].Flags, pages[0].Frame, pages[0].IsPresent, pages[0].IsSwapped));
        Assert.Equal((PageMapFlags.Present | PageMapFlags.Exclusive, 0x1234UL), (pages[1].Flags, pages[1].Frame));
        Assert.Equal((PageMapFlags.Swapped | PageMapFlags.FileOrShared, null, 3, 0x77UL), (pages[2].Flags, pages[2].Frame, pages[2].SwapType, pages[2].SwapOffset));
        Assert.Equal((PageMapFlags.Present | PageMapFlags.SoftDirty | PageMapFlags.UserfaultWriteProtected, null), (pages[3].Flags, pages[3].Frame));
        Assert.Equal(PageMapFlags.Guard, pages[4].Flags);
    }

    [Theory]
    [InlineData(1, 3, 2)]
    [InlineData(2, 2, 0)]
    [InlineData(3, 9, 1)]
    [InlineData(7, 9, 0)]
    public void Only_the_pages_of_the_range_are_read(int first, int end, int expected) =>
        Assert.Equal(expected, Read([Present | 1, Present | 2, Present | 3, Present | 4], first, end).Count);

    [Fact]
    public void A_range_that_starts_within_a_page_holds_the_page()
    {
        using TemporaryRoot root = Root([Present | 1, Present | 2, Present | 3]);
        Assert.Equal([1UL, 2UL], Read(root.Root, MemoryRoot.Id, new AddressRange(PageSize + 5, (2 * PageSize) + 1)).Select(page => page.Frame!.Value - 1));
    }

    [Fact]
    public void Memory_that_is_touched_is_present()
    {
        nint memory = Marshal.AllocHGlobal(1 << 20);
        new Span<byte>(Enumerable.Repeat((byte)7, 1 << 20).ToArray()).CopyTo(AsSpan(memory, 1 << 20));
        ulong start = (ulong)memory + PageSize;
        List<PageMapEntry> pages = Read(new ProcRoot(), Environment.ProcessId, new AddressRange(start, start + (16 * PageSize)));
        Marshal.FreeHGlobal(memory);
        Assert.InRange(pages.Count, 16, 17);
        Assert.All(pages, page => Assert.True(page.IsPresent || page.IsSwapped));
    }

    [Theory]
    [InlineData("7f00-9f00", true, 0x7f00UL, 0x9f00UL)]
    [InlineData("0x7f00 - 0x9F00", true, 0x7f00UL, 0x9f00UL)]
    [InlineData("ffffffffff600000-ffffffffff601000", true, 0xffffffffff600000UL, 0xffffffffff601000UL)]
    [InlineData("9f00-7f00", false, 0UL, 0UL)]
    [InlineData("7f00", false, 0UL, 0UL)]
    [InlineData("7f00-", false, 0UL, 0UL)]
    [InlineData("a-b-c", false, 0UL, 0UL)]
    [InlineData(null, false, 0UL, 0UL)]
    public void A_range_is_two_addresses(string? text, bool isRange, ulong start, ulong end)
    {
        Assert.Equal(isRange, AddressRange.TryParse(text, out AddressRange range));
        Assert.Equal((start, end), (range.Start, range.End));
    }

    private static ulong PageSize => (ulong)Environment.SystemPageSize;

    private static unsafe Span<byte> AsSpan(nint memory, int length) => new((void*)memory, length);

    private static List<PageMapEntry> Read(ulong[] entries, int first, int end)
    {
        using TemporaryRoot root = Root(entries);
        return Read(root.Root, MemoryRoot.Id, new AddressRange((ulong)first * PageSize, (ulong)end * PageSize));
    }

    private static TemporaryRoot Root(ulong[] entries)
    {
        byte[] bytes = new byte[entries.Length * 8];
        for (int i = 0; i < entries.Length; i++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(8 * i), entries[i]);
        }

        var root = new TemporaryRoot();
        root.Write("4242/stat", "4242 (a) S").Write("4242/pagemap", bytes);
        return root;
    }

    private static List<PageMapEntry> Read(ProcRoot root, int id, AddressRange range) =>
        [.. PageMapEntry.Read(root.Processes(id), [range], new ReadSummary(), TestContext.Current.CancellationToken).Select(outcome => outcome.Item!)];
}
