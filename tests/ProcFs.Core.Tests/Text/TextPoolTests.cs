using System.Globalization;
using System.Text;

namespace ProcFs.Text;

public sealed class TextPoolTests
{
    private readonly TextPool _pool = new();

    [Fact]
    public void Same_bytes_give_the_same_string() => Assert.Same(_pool.Intern("/dev/null"u8), _pool.Intern("/dev/null"u8));

    [Fact]
    public void Other_bytes_give_their_own_text()
    {
        for (int i = 0; i < 20_000; i++)
        {
            string text = i.ToString(CultureInfo.InvariantCulture);
            Assert.Equal(text, _pool.Intern(Encoding.ASCII.GetBytes(text)));
        }
    }

    [Fact]
    public void Any_bytes_are_taken()
    {
        Assert.Equal("", _pool.Intern([]));
        Assert.Equal("\uDCFE", _pool.Intern([0xFE]));
        Assert.Equal(new string('a', 5000), _pool.Intern(Encoding.ASCII.GetBytes(new string('a', 5000))));
    }

    [Fact]
    public void The_bytes_may_be_reused_by_the_caller()
    {
        byte[] bytes = [0x61];
        string first = _pool.Intern(bytes);
        bytes[0] = 0x62;
        Assert.Equal("b", _pool.Intern(bytes));
        Assert.Equal("a", first);
    }
}
