namespace ProcFs;

public sealed class TerminalNameTests
{
    [Theory]
    [InlineData(0, null)]
    [InlineData((136 << 8) | 3, "pts/3")]
    [InlineData(137 << 8, "pts/256")]
    [InlineData((136 << 8) | (300 & 0xFF) | ((300 & 0xFFF00) << 12), "pts/300")]
    [InlineData((4 << 8) | 1, "tty1")]
    [InlineData((4 << 8) | 64, "ttyS0")]
    [InlineData((5 << 8) | 1, "console")]
    [InlineData((229 << 8) | 2, "hvc2")]
    [InlineData((204 << 8) | 64, "ttyAMA0")]
    [InlineData((300 << 8) | 7, "300:7")]
    public void A_number_packs_major_and_minor(int device, string? name) => Assert.Equal(name, TerminalName.Of(device));
}
