using ProcFs.Fixtures;
using ProcFs.Grammar;

namespace ProcFs;

public sealed class FileLockTests(FixtureRoot modern, OldKernelRoot old) : IClassFixture<FixtureRoot>, IClassFixture<OldKernelRoot>
{
    [Fact]
    public void A_lock_has_a_holder_a_file_and_a_range()
    {
        List<FileLock> locks = Read(modern.Root);
        FileLock first = locks[0];
        Assert.Equal((1, "FLOCK", "ADVISORY", "WRITE", 4300), (first.Number, first.Type, first.Mode, first.Access, first.ProcessId));
        Assert.Equal((0xfe, 0, 976118L, 0L, null), (first.DeviceMajor, first.DeviceMinor, first.Inode, first.Start, first.End));
        Assert.Equal((1073741826L, 1073742335L), (locks[1].Start, locks[1].End));
        Assert.Equal("4300 FLOCK WRITE fe:00:976118", $"{first}");
    }

    [Fact]
    public void One_that_waits_has_the_number_of_the_other()
    {
        FileLock waiting = Assert.Single(Read(modern.Root), row => row.IsBlocked);
        Assert.Equal((2, "POSIX", 4400), (waiting.Number, waiting.Type, waiting.ProcessId));
        Assert.Equal(3549, Assert.Single(Read(old.Root), row => row.IsBlocked).ProcessId);
    }

    [Fact]
    public void A_lock_of_an_open_file_belongs_to_no_process()
    {
        FileLock open = Read(modern.Root)[3];
        Assert.Equal(("OFDLCK", null), (open.Type, open.ProcessId));
        Assert.Empty(open.Unavailable);
    }

    [Fact]
    public void Leases_and_mandatory_locks_are_read()
    {
        Assert.Equal(("LEASE", "ACTIVE", 0x1f), (Read(modern.Root)[4].Type, Read(modern.Root)[4].Mode, Read(modern.Root)[4].DeviceMinor));
        Assert.Equal([("MANDATORY", "READ"), ("BREAKING", "UNLCK")], Read(old.Root)[2..].Select(row => (row.Mode, row.Access)));
    }

    [Fact]
    public void An_odd_value_affects_only_itself_and_an_odd_line_is_one_error()
    {
        (List<FileLock> locks, List<ProcException> errors) = GrammarFile.Read<FileLock>("1: FLOCK ADVISORY READ ? zz:00:x 0 ?\n2: FLOCK\n3:         -> FLOCK ADVISORY READ 7 <none>:0 0 EOF\n", Lines.Read);
        Assert.Equal(["DeviceMajor", "End", "Inode", "ProcessId"], locks[0].Unavailable.Keys.Order());
        Assert.Equal((true, null, 0), (locks[1].IsBlocked, locks[1].Inode, locks[1].Unavailable.Count));
        Assert.Equal(2, Assert.Single(errors).LineNumber);
    }

    [Fact]
    public void A_lock_of_this_process_is_seen()
    {
        using var folder = new TemporaryRoot();
        using FileStream file = File.Create(folder.PathOf("locked"));
        FileLock[] own = [.. Read(new ProcRoot()).Where(row => row.ProcessId == Environment.ProcessId)];
        Assert.Contains(own, row => row is { Type: "FLOCK", Access: "WRITE", IsBlocked: false });
    }

    private static List<FileLock> Read(ProcRoot root) =>
        [.. root.Rows<FileLock>(TestContext.Current.CancellationToken).Select(outcome => outcome.Item ?? throw outcome.Error!)];
}
