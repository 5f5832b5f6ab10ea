using ProcFs.Interop;

namespace ProcFs;

public sealed class ProcExceptionTests
{
    private static readonly ProcRoot s_root = new();

    public static TheoryData<int, ProcErrorKind> Errors => new()
    {
        { (int)Errno.ENOENT, ProcErrorKind.NotFound },
        { (int)Errno.ESRCH, ProcErrorKind.NotFound },
        { (int)Errno.ENOTDIR, ProcErrorKind.NotFound },
        { (int)Errno.EACCES, ProcErrorKind.AccessDenied },
        { (int)Errno.EPERM, ProcErrorKind.AccessDenied },
        { (int)Errno.ENOSYS, ProcErrorKind.NotSupported },
        { (int)Errno.EIO, ProcErrorKind.Io },
        { (int)Errno.EINVAL, ProcErrorKind.Io },
        { (int)Errno.EROFS, ProcErrorKind.Io },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public void Errors_of_reading_have_their_kind(int number, ProcErrorKind kind)
    {
        var error = ProcException.FromError((Errno)number, s_root, "7/io");
        Assert.Equal((kind, number, "/proc/7/io"), (error.Kind, error.ErrorNumber, error.Path));
        Assert.StartsWith("/proc/7/io: ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\u001b]52;c;eA==\a", @"\x1b]52;c;eA==\x07")]
    [InlineData("a\nb\u202ec", @"a\nb\u202ec")]
    [InlineData(@"\x1b is escaped already", @"\x1b is escaped already")]
    public void No_name_in_it_steers_a_terminal(string name, string shown)
    {
        Assert.Equal($"{shown}: it is odd.", new ProcException(ProcErrorKind.Io, name, $"{name}: it is odd.").Message);
        Assert.Equal(name, new ProcException(ProcErrorKind.Io, name, $"odd").Path);
    }

    [Fact]
    public void A_rejected_value_is_reported_with_the_current_one()
    {
        var error = ProcException.FromWrite(Errno.EINVAL, s_root, "7/oom_score_adj", "2000", "0");
        Assert.Equal((ProcErrorKind.ValueRejected, 22, "2000"), (error.Kind, error.ErrorNumber, error.Value));
        Assert.Contains("\"2000\"", error.Message, StringComparison.Ordinal);
        Assert.Contains("The current value is 0.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Writing_without_leave_is_denied() =>
        Assert.Equal(ProcErrorKind.AccessDenied, ProcException.FromWrite(Errno.EACCES, s_root, "sys/vm/swappiness", "1", "60").Kind);

    [Theory]
    [InlineData(Errno.EACCES, "7/oom_score_adj", "0", "lowering it further needs CAP_SYS_RESOURCE. The current value is 0.")]
    [InlineData(Errno.EPERM, "7/timerslack_ns", null, "another thread needs CAP_SYS_NICE.")]
    [InlineData(Errno.EPERM, "7/autogroup", "/autogroup-1 nice 0", "lowering it needs CAP_SYS_NICE. The current value is /autogroup-1 nice 0.")]
    [InlineData(Errno.EPERM, "7/loginuid", "0", "A thread can only set its own (thread-self)")]
    [InlineData(Errno.EPERM, "7/uid_map", "", "It can be written once")]
    [InlineData(Errno.EPERM, "7/setgroups", "allow", "It can only be changed to deny")]
    [InlineData(Errno.EACCES, "7/timens_offsets", null, "before a process is in the namespace.")]
    [InlineData(Errno.EACCES, "7/attr/exec", null, "A thread can only set its own labels")]
    [InlineData(Errno.EINVAL, "7/attr/exec", null, "No security module")]
    [InlineData(Errno.EINVAL, "7/comm", "a", "A process can only name its own threads")]
    [InlineData(Errno.EAGAIN, "7/autogroup", null, "one change per tenth of a second.")]
    [InlineData(Errno.EINVAL, "7/uid_map", "", "The current value is empty.")]
    internal void A_refusal_says_who_could_write_it(Errno error, string path, string? current, string expected)
    {
        var found = ProcException.FromWrite(error, s_root, path, "1", current);
        Assert.Contains(expected, found.Message, StringComparison.Ordinal);
        Assert.StartsWith($"/proc/{path}: ", found.Message, StringComparison.Ordinal);
        Assert.Equal(("1", (int)error), (found.Value, found.ErrorNumber));
    }

    [Fact]
    public void A_message_steers_no_terminal()
    {
        var error = ProcException.Malformed("/x/status", 3, "\u001b[31m\n"u8, "a number");
        Assert.Equal("/x/status, line 3: expected a number, but found \"\\x1b[31m\\n\".", error.Message);
        Assert.Equal("\u001b[31m\n", error.Line);
        Assert.DoesNotContain('\u001b', ProcException.FromError(Errno.ENOENT, "/proc/\u001b").Message);
    }

    [Fact]
    public void A_long_line_is_whole_in_the_error_and_short_in_the_message()
    {
        var error = ProcException.Malformed("/x", 1, new byte[5000], "text");
        Assert.Equal(5000, error.Line!.Length);
        Assert.True(error.Message.Length < 1200);
    }

    [Fact]
    public void An_oversized_read_is_not_a_write_failure()
    {
        Assert.False(ProcException.FromError(Errno.EFBIG, s_root, "7/status").IsOfWriting);
        Assert.True(ProcException.FromCopy(Errno.EFBIG, "/tmp/copy").IsOfWriting);
        Assert.True(ProcException.FromWrite(Errno.EINVAL, s_root, "7/oom_score_adj", "2000", "0").IsOfWriting);
        Assert.True(ProcException.FromWrite(Errno.EIO, s_root, "7/oom_score_adj", "2000", "0").IsOfWriting);
    }
}
