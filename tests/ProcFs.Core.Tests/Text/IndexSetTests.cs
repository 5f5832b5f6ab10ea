using System.Text;

namespace ProcFs;

public sealed class IndexSetTests
{
    [Theory]
    [InlineData("", new int[0])]
    [InlineData("0", new[] { 0 })]
    [InlineData("0-3,8", new[] { 0, 1, 2, 3, 8 })]
    [InlineData("2-2", new[] { 2 })]
    [InlineData("1023", new[] { 1023 })]
    public void Reads_lists(string text, int[] indexes)
    {
        Assert.True(IndexSet.TryParseList(Encoding.ASCII.GetBytes(text), out IndexSet set));
        Assert.Equal(indexes, set.Indexes);
        Assert.Equal(indexes.Length, set.Count);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("0-")]
    [InlineData("-3")]
    [InlineData("0,,1")]
    [InlineData("0 1")]
    [InlineData("3-1")]
    [InlineData("0-2147483647")]
    [InlineData("99999999999")]
    public void Rejects_an_invalid_list(string text) => Assert.False(IndexSet.TryParseList(Encoding.ASCII.GetBytes(text), out _));

    [Theory]
    [InlineData("0", new int[0])]
    [InlineData("3", new[] { 0, 1 })]
    [InlineData("00000001,00000000", new[] { 32 })]
    [InlineData("1,00000000,80000001", new[] { 0, 31, 64 })]
    [InlineData("ff", new[] { 0, 1, 2, 3, 4, 5, 6, 7 })]
    public void Reads_masks(string text, int[] indexes)
    {
        Assert.True(IndexSet.TryParseMask(Encoding.ASCII.GetBytes(text), out IndexSet set));
        Assert.Equal(indexes, set.Indexes);
    }

    [Theory]
    [InlineData("g")]
    [InlineData("1,")]
    [InlineData("0x1")]
    [InlineData("11111111111111111")]
    public void Rejects_an_invalid_mask(string text) => Assert.False(IndexSet.TryParseMask(Encoding.ASCII.GetBytes(text), out _));

    [Theory]
    [InlineData("0-3,8")]
    [InlineData("0,2,4-5")]
    [InlineData("")]
    [InlineData("7")]
    public void Shows_as_Linux_writes_it(string text) => Assert.Equal(text, $"{List(text)}");

    [Fact]
    public void Mask_and_list_of_the_same_members_are_equal()
    {
        IndexSet list = List("0-1,33");
        Assert.True(IndexSet.TryParseMask("2,00000003"u8, out IndexSet mask));
        Assert.Equal(list, mask);
        Assert.Equal(list.GetHashCode(), mask.GetHashCode());
        Assert.NotEqual(list, IndexSet.Empty);
        Assert.False(list.Equals(null));
    }

    [Fact]
    public void Knows_its_members()
    {
        IndexSet set = List("0-3,8");
        Assert.True(set.Contains(8));
        Assert.False(set.Contains(4));
        Assert.False(IndexSet.Empty.Contains(0));
    }

    private static IndexSet List(string text)
    {
        Assert.True(IndexSet.TryParseList(Encoding.ASCII.GetBytes(text), out IndexSet set));
        return set;
    }
}
