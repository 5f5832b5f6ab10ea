using ProcFs.Fixtures;
using ProcFs.Grammar;

namespace ProcFs;

public sealed class RaidArrayTests(FixtureRoot modern, OldKernelRoot old) : IClassFixture<FixtureRoot>, IClassFixture<OldKernelRoot>
{
    private const long KiB = 1024;

    [Fact]
    public void An_array_has_members_a_form_and_a_bitmap()
    {
        RaidArray array = Read(modern.Root)[0];
        Assert.Equal(("md3", "active", null, "raid6", 5853468288 * KiB, "1.2"), (array.Name, array.State, array.Mode, array.Level, array.Size, array.Superblock));
        Assert.Equal((64 * KiB, "level 6, 64k chunk, algorithm 2", 8, 8, "UUUUUUUU", false), (array.ChunkSize, array.Layout, array.Devices, array.ActiveDevices, array.Status, array.IsDegraded));
        Assert.Equal((2, 30, 65536 * KiB, null), (array.BitmapPages, array.BitmapTotalPages, array.BitmapChunkSize, array.BitmapFile));
        Assert.Equal((8, "sda1", 8, true, true), (array.Members.Length, array.Members[0].Name, array.Members[0].Number, array.Members[6].IsWriteMostly, array.Members[7].IsJournal));
        Assert.Equal("md3 active raid6 UUUUUUUU", $"{array}");
    }

    [Fact]
    public void A_recovery_reports_its_progress()
    {
        RaidArray array = Read(modern.Root)[1];
        Assert.Equal(("recovery", null, 8.5, 16775552 * KiB, 195310144 * KiB), (array.Operation, array.OperationState, array.Progress, array.Done, array.ToDo));
        Assert.Equal((TimeSpan.FromMinutes(17), 259783 * KiB, true), (array.TimeLeft, array.Speed, array.IsDegraded));
        Assert.Equal((true, true, "sdb2[2](F)", "/var/md6 bitmap"), (array.Members[0].IsFaulty, array.Members[1].IsSpare, $"{array.Members[0]}", array.BitmapFile));
        Assert.Null(array.Superblock);
    }

    [Fact]
    public void An_array_may_wait_be_read_only_have_no_devices_or_be_inactive()
    {
        var arrays = Read(modern.Root).ToDictionary(array => array.Name);
        Assert.Equal(("auto-read-only", "resync", "PENDING", null), (arrays["md7"].Mode, arrays["md7"].Operation, arrays["md7"].OperationState, arrays["md7"].Progress));
        Assert.Equal(("check", 0.7, 512 * KiB, "512K chunks 2 near-copies"), (arrays["md8"].Operation, arrays["md8"].Progress, arrays["md8"].ChunkSize, arrays["md8"].Layout));
        Assert.Equal(("read-only", "raid0", 64 * KiB, null, null), (arrays["md10"].Mode, arrays["md10"].Level, arrays["md10"].ChunkSize, arrays["md10"].Devices, arrays["md10"].IsDegraded));
        Assert.Equal(("raid5", null, 4, 0, "____"), (arrays["md126"].Level, arrays["md126"].Size, arrays["md126"].Devices, arrays["md126"].ActiveDevices, arrays["md126"].Status));
        Assert.Equal(("inactive", null, "external:imsm", 7932 * KiB, 3), (arrays["md219"].State, arrays["md219"].Level, arrays["md219"].Superblock, arrays["md219"].Size, arrays["md219"].Members.Length));
        Assert.All(arrays.Values, array => Assert.Empty(array.Unavailable));
    }

    [Fact]
    public void What_is_said_once_each_array_repeats()
    {
        Assert.All(Read(modern.Root), array => Assert.Equal(["sdx", "sdy"], array.UnusedDevices));
        Assert.All(Read(modern.Root), array => Assert.Equal(["raid1", "raid6", "raid5", "raid4", "linear", "raid0", "raid10", "faulty"], array.Personalities));
    }

    [Fact]
    public void An_older_kernel_reports_the_read_ahead()
    {
        List<RaidArray> arrays = Read(old.Root);
        Assert.Equal((2, "reshape", 20.0, 32 * KiB), (arrays.Count, arrays[0].Operation, arrays[0].Progress, arrays[0].ChunkSize));
        Assert.Equal(("linear", "0k rounding", null), (arrays[1].Level, arrays[1].Layout, arrays[1].ChunkSize));
        Assert.Empty(arrays[0].UnusedDevices);
    }

    [Theory]
    [InlineData("\tresync=REMOTE", "resync", "REMOTE")]
    [InlineData("      recovery=DELAYED", "recovery", "DELAYED")]
    public void An_operation_may_stand_still(string line, string operation, string state)
    {
        RaidArray array = Assert.Single(Parse($"md0 : active raid1 sda[0](R) sdb[1]\n      8 blocks super non-persistent [2/2] [UU]\n{line}\n"));
        Assert.Equal((operation, state, "non-persistent", true), (array.Operation, array.OperationState, array.Superblock, array.Members[0].IsReplacement));
    }

    [Fact]
    public void An_odd_value_affects_only_itself_and_a_line_of_another_form_is_one_error()
    {
        (List<RaidArray> arrays, List<ProcException> errors) = GrammarFile.Read<RaidArray>("sbName=/boot/x\nmd0 : active raid1 sda[?]\n   many blocks [x/2] [UU]\n   [>.] resync = x% (?/9) finish=soonmin speed=fast\n   new thing\n", RaidArray.ReadRows);
        Assert.Equal(["Devices", "Done", "Progress", "Size", "Speed", "TimeLeft"], Assert.Single(arrays).Unavailable.Keys.Order());
        Assert.Equal(("sda", null, "thing"), (arrays[0].Members[0].Name, arrays[0].Members[0].Number, arrays[0].Additional["new"]));
        Assert.Equal(1, Assert.Single(errors).LineNumber);
    }

    private static List<RaidArray> Parse(string text) => GrammarFile.Read<RaidArray>(text, RaidArray.ReadRows).Rows;

    private static List<RaidArray> Read(ProcRoot root) =>
        [.. root.Rows<RaidArray>(TestContext.Current.CancellationToken).Select(outcome => outcome.Item ?? throw outcome.Error!)];
}
