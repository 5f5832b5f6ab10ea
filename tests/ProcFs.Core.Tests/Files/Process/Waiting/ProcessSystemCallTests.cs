namespace ProcFs;

public sealed class ProcessSystemCallTests : IDisposable
{
    private readonly SchedulingFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void A_captured_call_has_a_name_and_the_arguments_it_takes()
    {
        var call = SchedulingFiles.Record<ProcessSystemCall>(4242);
        Assert.Equal((34, "pause", false), (call.Number, call.Name, call.IsRunning));
        Assert.Empty(call.Arguments!);
        Assert.Equal((0x7fffe29cd638UL, 0x7f5404950dd0UL), (call.StackPointer!.Value, call.InstructionPointer!.Value));
        Assert.NotNull(call.StartTime);
    }

    [Theory]
    [InlineData("x86_64", 0, "read", 3)]
    [InlineData("x86_64", 61, "wait4", 4)]
    [InlineData("x86_64", 202, "futex", 6)]
    [InlineData("x86_64", 232, "epoll_wait", 4)]
    [InlineData("x86_64", 334, "rseq", 4)]
    [InlineData("x86_64", 434, "pidfd_open", 2)]
    [InlineData("x86_64", 469, "file_setattr", 5)]
    [InlineData("x86_64", 400, null, 6)]
    [InlineData("aarch64", 63, "read", 3)]
    [InlineData("aarch64", 98, "futex", 6)]
    [InlineData("aarch64", 260, "wait4", 4)]
    [InlineData("aarch64", 434, "pidfd_open", 2)]
    [InlineData("riscv64", 63, null, 6)]
    public void Calls_are_named_by_architecture(string architecture, int number, string? name, int count)
    {
        var call = Parse($"{number} 0x1 0x2 0x3 0x4 0x5 0xffffffffffffffff 0x7fffe29cd638 0x7f5404950dd0\n", architecture);
        Assert.Equal((number, name), (call.Number, call.Name));
        Assert.Equal(new ulong[] { 1, 2, 3, 4, 5, ulong.MaxValue }[..count], call.Arguments);
    }

    [Fact]
    public void A_running_task_has_no_other_data()
    {
        var call = SchedulingFiles.Record<ProcessSystemCall>(4243);
        Assert.True(call.IsRunning);
        Assert.Equal(((int?)null, (ulong?)null), (call.Number, call.StackPointer));
        Assert.Empty(call.Arguments!);
    }

    [Fact]
    public void A_task_that_waits_outside_of_a_call_has_pointers_only()
    {
        var call = SchedulingFiles.Record<ProcessSystemCall>(4244);
        Assert.False(call.IsRunning);
        Assert.Null(call.Number);
        Assert.Equal(0x7ffe84bffe28UL, call.StackPointer);
    }

    [Fact]
    public void A_thread_of_the_kernel_is_in_no_call_even_though_it_looks_like_read()
    {
        var call = Parse("0 0x0 0x0 0x0 0x0 0x0 0x0 0x0 0x0\n");
        Assert.Equal(((int?)null, (string?)null, (ulong?)null), (call.Number, call.Name, call.InstructionPointer));
        Assert.Empty(call.Arguments!);
    }

    [Fact]
    public void A_program_of_32_bits_is_not_named_by_the_table_of_64()
    {
        var call = Parse("3 0x0 0xffb01230 0x400 0x0 0x0 0x0 0xffb01200 0xf7f2d579\n");
        Assert.Equal((3, (string?)null), (call.Number, call.Name));
        Assert.Equal(6, call.Arguments!.Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("walking\n")]
    [InlineData("1 0x1 0x2\n")]
    [InlineData("-1 0x1\n")]
    [InlineData("3 0x1 0x2\n")]
    [InlineData("1 0x1 0x2 0x3 0x4 0x5 0x6 0x7 0x8 0x9\n")]
    public void An_invalid_call_is_malformed(string text)
    {
        ProcException error = _files.Failure("syscall", text);
        Assert.Equal((ProcErrorKind.Malformed, 1), (error.Kind, error.LineNumber));
    }

    [Fact]
    public void An_odd_word_costs_its_property_alone()
    {
        var number = Parse("? 0x1 0x2 0x3 0x4 0x5 0x6 0x7fffe29cd638 0x7f5404950dd0\n");
        Assert.Equal((null, null, UnavailableReason.Malformed), (number.Number, number.Name, number.Unavailable["Number"]));
        Assert.Equal(6, number.Arguments!.Length);
        var argument = Parse("0 0x1 2 0x3 0x4 0x5 0x6 0x7fffe29cd638 0x7f5404950dd0\n");
        Assert.Equal((0, "read", 0x7f5404950dd0UL), (argument.Number, argument.Name, argument.InstructionPointer!.Value));
        Assert.Null(argument.Arguments);
        Assert.Equal("Arguments", Assert.Single(argument.Unavailable).Key);
        var pointer = Parse("-1 (null) 0x7f5404950dd0\n");
        Assert.Equal((null, 0x7f5404950dd0UL), (pointer.StackPointer, pointer.InstructionPointer!.Value));
        Assert.Equal("StackPointer", Assert.Single(pointer.Unavailable).Key);
        Assert.Empty(Parse("running\n").Unavailable);
    }

    private ProcessSystemCall Parse(string text, string architecture = "x86_64") => _files.RecordOf<ProcessSystemCall>("syscall", text, architecture);
}
