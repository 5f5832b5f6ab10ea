using ProcFs.Fixtures;

namespace ProcFs;

public sealed class FrameBufferTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_frame_buffer_has_a_number_and_a_name()
    {
        Assert.Equal(["0 i915drmfb", "1 EFI VGA"], modern.Root.Rows<FrameBuffer>(TestContext.Current.CancellationToken).Select(row => $"{row.Item}"));
        Assert.Null(FrameBuffer.Parse("i915"u8, Sources.Of("fb")));
    }
}
