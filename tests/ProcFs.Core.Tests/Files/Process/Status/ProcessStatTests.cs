using ProcFs.Fixtures;

namespace ProcFs;

public sealed class ProcessStatTests(FixtureRoot modern, OldKernelRoot old) : IClassFixture<FixtureRoot>, IClassFixture<OldKernelRoot>
{
    private const string Numbers =
        "4 5 6 7 8 4194560 10 11 12 13 250 500 750 1000 20 -5 3 0 25000 2560000 348 18446744073709551615 26 27 28 29 30 31 32 33 34 35 36 37 17 1 40 2 "
        + "125 25 50 45 46 47 48 49 50 51 52";

    [Theory]
    [InlineData("4 5")]
    [InlineData("20 -5")]
    public void A_number_in_parentheses_does_not_end_the_name(string numbers)
    {
        var stat = Parse("1240 (a) b) S " + Numbers.Replace(numbers, $"(null) {numbers.Split(' ')[1]}", StringComparison.Ordinal) + "\n");
        Assert.Equal(("a) b", ProcessState.Sleeping, 52), (stat.Comm, stat.State, stat.ExitCode));
        Assert.Single(stat.Unavailable, field => field.Value == UnavailableReason.Malformed);
    }

    [Fact]
    public void Every_field_of_a_line_has_its_place()
    {
        var stat = Parse("1240 (worker) S " + Numbers + "\n");
        Assert.Equal(1240, stat.ProcessId);
        Assert.Equal(1240, stat.ThreadId);
        Assert.Equal("worker", stat.Name);
        Assert.Equal("worker", stat.Comm);
        Assert.Equal(ProcessState.Sleeping, stat.State);
        Assert.Equal((4, 5, 6, 7, 8), (stat.ParentProcessId, stat.ProcessGroupId, stat.SessionId, stat.TtyNumber, stat.TtyProcessGroupId));
        Assert.Equal((ProcessFlags)4194560, stat.Flags);
        Assert.Equal((10L, 11L, 12L, 13L), (stat.MinorFaults, stat.ChildrenMinorFaults, stat.MajorFaults, stat.ChildrenMajorFaults));
        Assert.Equal(
            [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(4)],
            [stat.UserTime, stat.SystemTime, stat.ChildrenUserTime, stat.ChildrenSystemTime]);
        Assert.Equal((20, -5, 3, 0L), (stat.Priority, stat.Nice, stat.Threads, stat.IntervalTimer));
        Assert.Equal(25000UL, stat.StartTicks);
        Assert.Equal(Sources.BootTime.AddSeconds(100), stat.StartTime);
        Assert.Equal((2560000L, 348L * 16384), (stat.VirtualSize, stat.ResidentSize));
        Assert.Equal<ulong?>([26, 27, 28, 29, 30], [stat.StartCode, stat.EndCode, stat.StartStack, stat.StackPointer, stat.InstructionPointer]);
        Assert.Equal<ulong?>([31, 32, 33, 34, 35], [stat.SignalsPending, stat.SignalsBlocked, stat.SignalsIgnored, stat.SignalsCaught, stat.WaitChannel]);
        Assert.Equal((36L, 37L), (stat.SwappedPages, stat.ChildrenSwappedPages));
        Assert.Equal((17, 1, 40), (stat.ExitSignal, stat.Processor, stat.RealTimePriority));
        Assert.Equal(SchedulingPolicy.RoundRobin, stat.Policy);
        Assert.Equal(
            [TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(0.1), TimeSpan.FromSeconds(0.2)],
            [stat.BlockIoDelay, stat.GuestTime, stat.ChildrenGuestTime]);
        Assert.Equal<ulong?>([45, 46, 47, 48, 49, 50, 51], [stat.StartData, stat.EndData, stat.StartBreak, stat.ArgumentStart, stat.ArgumentEnd, stat.EnvironmentStart, stat.EnvironmentEnd]);
        Assert.Equal(52, stat.ExitCode);
        Assert.Empty(stat.Additional);
    }

    [Theory]
    [InlineData("a)")]
    [InlineData(")")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a b) R (c")]
    [InlineData("a) R 1 (\nb\\x\u00FF")]
    public void The_name_ends_at_the_last_parenthesis(string name)
    {
        var stat = Parse($"7 ({name}) R {Numbers}\n");
        Assert.Equal(name.Replace("\u00FF", "\uDCFF", StringComparison.Ordinal), stat.Comm);
        Assert.Equal(ProcessState.Running, stat.State);
        Assert.Equal(4, stat.ParentProcessId);
    }

    [Fact]
    public void Unlimited_is_null() => Assert.Null(Parse($"7 (a) R {Numbers}").ResidentLimit);

    [Fact]
    public void A_limit_is_in_bytes() =>
        Assert.Equal(4294967295UL, Parse($"7 (a) R {Numbers.Replace("18446744073709551615", "4294967295", StringComparison.Ordinal)}").ResidentLimit);

    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    public void Hidden_addresses_are_null(string hidden)
    {
        string numbers = Numbers
            .Replace(" 26 27 28 29 30 ", $" {hidden} {hidden} 0 0 0 ", StringComparison.Ordinal)
            .Replace(" 45 46 47 48 49 50 51 ", " 0 0 0 0 0 0 0 ", StringComparison.Ordinal);
        var stat = Parse($"7 (a) R {numbers}");
        Assert.All(
            [stat.StartCode, stat.EndCode, stat.StartStack, stat.StackPointer, stat.InstructionPointer, stat.StartData, stat.EnvironmentEnd],
            address => Assert.Null(address));
    }

    // The kernel writes 1 for the code of a process whose addresses the reader is not allowed to see, and 0 for its exit code.
    [Fact]
    public void A_hidden_exit_code_is_null()
    {
        string numbers = Numbers.Replace(" 26 27 ", " 1 1 ", StringComparison.Ordinal);
        Assert.Null(Parse($"7 (a) R {numbers[..^2]}0").ExitCode);
    }

    [Fact]
    public void Fields_behind_the_last_one_are_kept() =>
        Assert.Equal(
            [("53", "530"), ("54", "-54"), ("55", "new")],
            Parse($"7 (a) R {Numbers} 530 -54 new\n").Additional.Select(field => (field.Key, field.Value)));

    [Fact]
    public void A_missing_tail_is_null()
    {
        ProcessStat stat = Read(old, 915);
        Assert.Equal(new TimeSpan(0, 0, 0, 0, 90), stat.ChildrenGuestTime);
        Assert.Null(stat.StartData);
        Assert.Null(stat.EnvironmentEnd);
        Assert.Null(stat.ExitCode);
        Assert.Empty(stat.Additional);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1062191376).AddSeconds(12.5), stat.StartTime);
    }

    [Fact]
    public void A_line_of_51_fields_lacks_only_the_exit_code()
    {
        ProcessStat stat = Read(old, 916);
        Assert.Equal(140736000004000UL, stat.EnvironmentEnd);
        Assert.Equal(5, stat.Nice);
        Assert.Equal(1025, stat.TtyNumber);
        Assert.Null(stat.ExitCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("1 (a")]
    [InlineData("1 a) R 1 2 3")]
    [InlineData("x (a) R 1 2 3")]
    [InlineData("1 (a)")]
    [InlineData("1 (a) R")]
    [InlineData("1 (a) R 1 2 3")]
    [InlineData(")(")]
    [InlineData("1 (a) R 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40")]
    public void Garbage_is_named(string text)
    {
        var error = Assert.Throws<ProcException>(() => Parse(text));
        Assert.Equal(ProcErrorKind.Malformed, error.Kind);
        Assert.Equal(1, error.LineNumber);
        Assert.Equal(text.TrimEnd('\n'), error.Line);
        Assert.EndsWith("/7/stat", error.Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(" 5 6 ", " 99999999999 6 ", "ProcessGroupId")]
    [InlineData(" 250 500 ", " x 500 ", "UserTime")]
    [InlineData(" 25000 ", " -1 ", "StartTicks")]
    [InlineData(" 348 ", " 9223372036854775807 ", "ResidentSize")]
    [InlineData(" 18446744073709551615 26 ", " x 26 ", "ResidentLimit")]
    [InlineData(" 18446744073709551615 26 ", " 99999999999999999999 26 ", "ResidentLimit")]
    [InlineData(" 45 46 ", " 0x45 46 ", "StartData")]
    public void A_value_that_cannot_be_read_costs_its_field_alone(string present, string damaged, string field)
    {
        ProcessStat whole = Parse($"7 (a) R {Numbers}");
        ProcessStat stat = Parse($"7 (a) R {Numbers.Replace(present, damaged, StringComparison.Ordinal)}");
        Assert.Equal((field, UnavailableReason.Malformed), (Assert.Single(stat.Unavailable).Key, stat.Unavailable[field]));
        Assert.Empty(whole.Unavailable);
        string[] others = [.. typeof(ProcessStat).GetProperties().Select(property => property.Name)
            .Except([field, "StartTime", "Unavailable", "Additional"])];
        Assert.All(others, name => Assert.Equal(Get(whole, name), Get(stat, name)));
        Assert.Null(Get(stat, field));
    }

    // Not written by any kernel, but possible in a damaged capture.
    [Theory]
    [InlineData(" 250 500 ", " 9223372036854775807 500 ")]
    [InlineData(" 250 500 ", " 18446744073709551615 500 ")]
    [InlineData(" 25000 ", " 18446744073709551615 ")]
    [InlineData(" 25000 ", " 9223372036854775807 ")]
    public void A_number_beyond_all_measure_is_read(string present, string damaged)
    {
        ProcessStat stat = Parse($"7 (a) R {Numbers.Replace(present, damaged, StringComparison.Ordinal)}");
        Assert.NotNull(stat.UserTime);
        Assert.NotNull(stat.StartTicks);
        Assert.Empty(stat.Unavailable);
    }

    [Fact]
    public void The_capture_reads_by_value()
    {
        ProcessStat stat = Read(modern, 4242);
        Assert.Equal("sleep", stat.Comm);
        Assert.Equal(ProcessState.Sleeping, stat.State);
        Assert.Equal((1, 4242, 4242, -1), (stat.ParentProcessId, stat.ProcessGroupId, stat.SessionId, stat.TtyProcessGroupId));
        Assert.Equal(2560000, stat.VirtualSize);
        Assert.Equal(348 * 4096, stat.ResidentSize);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000).AddMilliseconds(3676370), stat.StartTime);
        Assert.Equal(SchedulingPolicy.Other, stat.Policy);
        Assert.Equal(0, stat.ExitCode);
    }

    [Fact]
    public void A_captured_zombie_has_its_exit_code_and_no_memory()
    {
        ProcessStat stat = Read(modern, 4310);
        Assert.Equal(ProcessState.Zombie, stat.State);
        Assert.Equal(3 << 8, stat.ExitCode);
        Assert.Equal(0, stat.VirtualSize);
        Assert.Null(stat.StartStack);
    }

    [Fact]
    public void A_captured_kernel_thread_is_one() => Assert.True(Read(modern, 2).Flags!.Value.HasFlag(ProcessFlags.KernelThread));

    [Fact]
    public void A_captured_name_may_hold_anything() => Assert.Equal("a) R 1 (\nb\\x\uDCFF", Read(modern, 4400).Comm);

    private static object? Get(ProcessStat stat, string property) => typeof(ProcessStat).GetProperty(property)!.GetValue(stat);

    private static ProcessStat Parse(string text) => ProcessStat.Parse(Sources.Latin1(text), Sources.Of("7/stat"));

    private static ProcessStat Read(FixtureRoot fixture, int id) =>
        ProcessStat.Parse(File.ReadAllBytes(fixture.PathOf($"{id}/stat")), fixture.Source($"{id}/stat"));
}
