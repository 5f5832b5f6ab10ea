namespace ProcFs;

public sealed class FdPositionTests
{
    [Fact]
    public void Position_access_and_inode()
    {
        FdPosition? found = FdPosition.Parse("pos:\t4096\nflags:\t0100000\nmnt_id:\t29\nino:\t123456\nlock:\t1: FLOCK\n"u8);
        Assert.Equal(new FdPosition(4096, FileDescriptorAccess.Read, 123456), found);
    }

    [Fact]
    public void A_kernel_that_does_not_tell_the_inode()
    {
        FdPosition? found = FdPosition.Parse("pos:\t7\nflags:\t02\n"u8);
        Assert.Equal(new FdPosition(7, FileDescriptorAccess.ReadWrite, null), found);
    }

    [Theory]
    [InlineData("")]
    [InlineData("pos:\t7\n")]
    [InlineData("flags:\t02\n")]
    [InlineData("pos:\tx\nflags:\t02\n")]
    [InlineData("pos:\t7\nflags:\t9\n")]
    public void Text_of_another_form_is_nothing(string text) =>
        Assert.Null(FdPosition.Parse(System.Text.Encoding.ASCII.GetBytes(text)));
}
