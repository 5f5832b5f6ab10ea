using ProcFs.Fixtures;
using ProcFs.Grammar;

namespace ProcFs;

public sealed class SharedMemorySegmentTests(FixtureRoot modern, OldKernelRoot old) : IClassFixture<FixtureRoot>, IClassFixture<OldKernelRoot>
{
    [Fact]
    public void A_segment_has_sizes_owners_and_times()
    {
        List<SharedMemorySegment> segments = Read(modern.Root);
        SharedMemorySegment segment = segments[1];
        Assert.Equal((32769, 0, 0x380, 4194304L, 2L), (segment.SegmentId, segment.Key, segment.Permissions, segment.Size, segment.AttachCount));
        Assert.Equal((4242, 4242, 1048576L, 2097152L), (segment.CreatorId, segment.LastId, segment.ResidentSize, segment.SwapSize));
        Assert.Equal((1732543211L, 1732543212L), (segment.AttachTime!.Value.ToUnixTimeSeconds(), segment.DetachTime!.Value.ToUnixTimeSeconds()));
        Assert.Equal((-559038737, null, "32769 0"), (segments[2].Key, segments[2].AttachTime, $"{segment}"));
    }

    [Fact]
    public void An_older_kernel_does_not_report_resident_memory()
    {
        SharedMemorySegment segment = Assert.Single(Read(old.Root));
        Assert.Equal((393216L, null, UnavailableReason.NotOnThisKernel), (segment.Size, segment.ResidentSize, segment.Unavailable["ResidentSize"]));
    }

    [Fact]
    public void An_odd_value_affects_only_itself_and_a_row_without_an_id_is_one_error()
    {
        (List<SharedMemorySegment> segments, List<ProcException> errors) = GrammarFile.Read<SharedMemorySegment>("key shmid size atime new\n0 5 ? -1 x\n0 ? 1 1 x\n", SharedMemorySegment.ReadRows);
        SharedMemorySegment segment = Assert.Single(segments);
        Assert.Equal((UnavailableReason.Malformed, UnavailableReason.Malformed, "x"), (segment.Unavailable["Size"], segment.Unavailable["AttachTime"], segment.Additional["new"]));
        Assert.Equal(3, Assert.Single(errors).LineNumber);
    }

    private static List<SharedMemorySegment> Read(ProcRoot root) =>
        [.. root.Rows<SharedMemorySegment>(TestContext.Current.CancellationToken).Select(outcome => outcome.Item ?? throw outcome.Error!)];
}
