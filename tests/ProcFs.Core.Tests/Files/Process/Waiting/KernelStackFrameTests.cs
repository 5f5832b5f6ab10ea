namespace ProcFs;

public sealed class KernelStackFrameTests : IDisposable
{
    private readonly SchedulingFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void A_captured_stack_is_read_from_the_innermost_out()
    {
        var frames = SchedulingFiles.Rows<KernelStackFrame>(4242);
        Assert.Equal(["__do_sys_pause", "do_syscall_64", "entry_SYSCALL_64_after_hwframe"], frames.Select(frame => frame.Symbol));
        Assert.Equal([0, 1, 2], frames.Select(frame => frame.Index));
        KernelStackFrame first = frames[0];
        Assert.Equal((4242, "worker", 0x2a, 0x50), (first.ProcessId, first.ProcessName, first.Offset, first.Size));
        Assert.Null(first.Address);
        Assert.Null(first.Module);
        Assert.Equal(["0", "1", "2"], SchedulingFiles.RowNames(4242, "stack"));
    }

    [Fact]
    public void Modules_addresses_and_the_end_of_old_stacks_are_recognized()
    {
        var frames = _files.RowsOf<KernelStackFrame>(
            "stack",
            "[<ffffffffc0a1b2c3>] nfs_wait+0x10/0x40 [nfs]\n[<0>] 0xffffffffc0000123\n[<0>] a+b+0x1/0x2\n[<ffffffffffffffff>] 0xffffffffffffffff\n");
        Assert.Equal(3, frames.Count);
        Assert.Equal(("nfs_wait", "nfs", 0xffffffffc0a1b2c3UL), (frames[0].Symbol, frames[0].Module, frames[0].Address!.Value));
        Assert.Equal((null, 0xffffffffc0000123UL, (long?)null), (frames[1].Symbol, frames[1].Address!.Value, frames[1].Offset));
        Assert.Equal(("a+b", 1L, 2L), (frames[2].Symbol, frames[2].Offset!.Value, frames[2].Size!.Value));
    }

    [Fact]
    public void A_distance_that_cannot_be_read_costs_its_property_alone()
    {
        var frame = Assert.Single(_files.RowsOf<KernelStackFrame>("stack", "[<0>] do_wait+0x1/?\n"));
        Assert.Equal(("do_wait", 1L, null), (frame.Symbol, frame.Offset, frame.Size));
        Assert.Equal(("Size", UnavailableReason.Malformed), (Assert.Single(frame.Unavailable).Key, frame.Unavailable["Size"]));
        Assert.Equal("do_wait+0x1/?", $"{frame}");
    }

    [Fact]
    public void A_task_that_runs_has_none() => Assert.Empty(_files.RowsOf<KernelStackFrame>("stack", ""));

    [Fact]
    public void A_malformed_line_is_reported_and_the_others_still_come()
    {
        (int rows, List<ProcException> errors) = _files.RowsAndErrors("stack", "[<0>] a+0x1/0x2\nnonsense\n[<xyz>] b+0x1/0x2\n[<0>] c+0x1/0x2\n");
        Assert.Equal(2, rows);
        Assert.Equal([2, 3], errors.Select(error => error.LineNumber));
    }
}
