using System.Text;

namespace ProcFs.Text;

public sealed class DeletedSuffixTests
{
    [Theory]
    [InlineData("/a (deleted)", true, "/a")]
    [InlineData("/a (deleted) (deleted)", true, "/a (deleted)")]
    [InlineData("/a", false, "/a")]
    [InlineData("/a(deleted)", false, "/a(deleted)")]
    [InlineData("/a (deleted) ", false, "/a (deleted) ")]
    [InlineData(" (deleted)", true, "")]
    [InlineData("", false, "")]
    public void Is_taken_off_once(string target, bool isThere, string stripped)
    {
        Assert.Equal(isThere, DeletedSuffix.IsAtEndOf(Encoding.ASCII.GetBytes(target)));
        Assert.Equal(stripped, Encoding.ASCII.GetString(DeletedSuffix.Strip(Encoding.ASCII.GetBytes(target))));
    }
}
