namespace ProcFs;

public sealed class ParameterValueTests : IDisposable
{
    private readonly SchedulingFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("007\n", "007")]
    [InlineData("42\n", "42")]
    [InlineData("a) R 1 (\n\n", "a) R 1 (\n")]
    [InlineData("b\\x\udcff\n", "b\\x\udcff")]
    [InlineData("\n", "")]
    public void A_name_is_text_and_exact(string content, string name)
    {
        KernelParameter comm = _files.ParameterOf("comm", content);
        Assert.Equal((name, name), (comm.Value, comm.Text));
    }

    [Fact]
    public void An_id_that_was_never_set_is_null()
    {
        Assert.Null(SchedulingFiles.Parameter(4242, "loginuid").Value);
        Assert.Equal("4294967295", SchedulingFiles.Parameter(4242, "loginuid").Text);
        Assert.Null(SchedulingFiles.Parameter(4242, "sessionid").Value);
        Assert.Equal(1000L, SchedulingFiles.Parameter(4243, "loginuid").Value);
        Assert.Equal(7L, SchedulingFiles.Parameter(4243, "sessionid").Value);
        Assert.Equal(ProcErrorKind.Malformed, _files.Failure("loginuid", "nobody\n").Kind);
    }

    [Fact]
    public void A_process_that_runs_waits_nowhere()
    {
        Assert.Equal("__do_sys_pause", SchedulingFiles.Parameter(4242, "wchan").Value);
        Assert.Null(SchedulingFiles.Parameter(4243, "wchan").Value);
    }

    [Fact]
    public void The_state_of_live_patching_has_a_name()
    {
        Assert.Equal(LivePatchState.None, SchedulingFiles.Parameter(4242, "patch_state").Value);
        Assert.Equal(LivePatchState.Patched, SchedulingFiles.Parameter(4243, "patch_state").Value);
        Assert.Equal(ProcErrorKind.Malformed, _files.Failure("patch_state", "soon\n").Kind);
    }

    [Fact]
    public void A_label_has_no_NUL_and_an_empty_one_is_null()
    {
        KernelParameter current = SchedulingFiles.Parameter(4242, "attr/current");
        Assert.Equal(("unconfined_u:unconfined_r:unconfined_t:s0", "unconfined_u:unconfined_r:unconfined_t:s0"), (current.Value, current.Text));
        Assert.Null(SchedulingFiles.Parameter(4242, "attr/exec").Value);
        Assert.Equal("/usr/sbin/worker (enforce)", SchedulingFiles.Parameter(4242, "attr/apparmor/current").Value);
        Assert.Equal("_", SchedulingFiles.Parameter(4242, "attr/smack/current").Value);
        Assert.Equal("0", _files.ParameterOf("attr/current", "0\n").Value);
    }

    [Fact]
    public void An_autogroup_has_a_number_and_a_nice_value()
    {
        var group = Assert.IsType<Autogroup>(SchedulingFiles.Parameter(4242, "autogroup").Value);
        Assert.Equal((31, 0, "/autogroup-31 nice 0"), (group.GroupId, group.Nice, $"{group}"));
        Assert.Null(SchedulingFiles.Parameter(4243, "autogroup").Value);
        Assert.Equal(-5, Assert.IsType<Autogroup>(_files.ParameterOf("autogroup", "/autogroup-1 nice -5\n").Value).Nice);
        Assert.Equal(ProcErrorKind.Malformed, _files.Failure("autogroup", "/mygroup nice 0\n").Kind);
    }

    [Fact]
    public void Numbers_stay_numbers_and_paths_text()
    {
        Assert.Equal(50000L, SchedulingFiles.Parameter(4242, "timerslack_ns").Value);
        Assert.Equal("/", SchedulingFiles.Parameter(4242, "cpuset").Value);
        Assert.Equal("/7", _files.ParameterOf("cpuset", "/7\n").Value);
    }

    [Fact]
    public void A_label_without_its_security_module_has_no_value()
    {
        // On the live machine: without a module for it, the read fails with EINVAL, which is not an error.
        object item = new Tree.ProcTree(new ProcRoot()).Get("self/attr/sockcreate").GetItem();
        Assert.Null(Assert.IsType<KernelParameter>(item).Value);
    }
}
