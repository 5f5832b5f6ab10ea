namespace ProcFs.Text;

public sealed class LosslessTextTests
{
    [Theory]
    [InlineData(new byte[] { })]
    [InlineData(new byte[] { 0x61, 0x62 })]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0x61, 0xFE, 0x0A, 0x5C, 0x62 })]
    [InlineData(new byte[] { 0xC3, 0xA4, 0xC3 })]
    [InlineData(new byte[] { 0xED, 0xB2, 0x80 })]
    [InlineData(new byte[] { 0xF0, 0x9F, 0x98, 0x80, 0xF0, 0x9F })]
    public void Every_byte_survives_the_round_trip(byte[] bytes) =>
        Assert.Equal(bytes, LosslessText.Encode(LosslessText.Decode(bytes)));

    [Fact]
    public void All_pairs_of_bytes_survive_the_round_trip()
    {
        for (int pair = 0; pair <= 0xFFFF; pair++)
        {
            byte[] bytes = [(byte)(pair >> 8), (byte)pair];
            Assert.Equal(bytes, LosslessText.Encode(LosslessText.Decode(bytes)));
        }
    }

    [Fact]
    public void Utf8_is_decoded_as_itself() => Assert.Equal("ä😀", LosslessText.Decode("ä😀"u8));

    [Fact]
    public void An_invalid_utf8_byte_becomes_a_lone_low_surrogate() => Assert.Equal("a\uDCFFb", LosslessText.Decode([0x61, 0xFF, 0x62]));
}
