using ProcFs.Fixtures;
using ProcFs.Text;

namespace ProcFs;

public sealed class FileDescriptorTests(FixtureRoot fixture) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void The_capture_reads_as_it_was_laid_out()
    {
        (int, string, FileDescriptorType, bool)[] expected =
        [
            (0, "/dev/null", FileDescriptorType.Device, false),
            (1, "/var/log/telemetry.log", FileDescriptorType.File, true),
            (2, "/dev/pts/0", FileDescriptorType.Device, false),
            (3, "socket:[50211]", FileDescriptorType.Socket, false),
            (4, "anon_inode:[eventpoll]", FileDescriptorType.EventPoll, false),
            (5, "anon_inode:inotify", FileDescriptorType.Inotify, false),
            (6, "/memfd:ring buffer", FileDescriptorType.MemFd, false),
            (7, "net:[4026531840]", FileDescriptorType.Namespace, false),
            (8, "/dmabuf:frame", FileDescriptorType.DmaBuf, false),
            (9, "/[aio]", FileDescriptorType.Aio, false),
            (10, "anon_inode:kvm-vcpu:0", FileDescriptorType.Kvm, false),
            (11, "anon_inode:[not-yet-known]", FileDescriptorType.Other, false),
            (12, "/dev/shm/sem.ready", FileDescriptorType.File, false),
            (100, "/var/lib/telemetry/data", FileDescriptorType.File, false),
        ];
        List<FileDescriptor> found = Read(fixture.Root.Processes(4300));
        Assert.Equal(expected, found.OrderBy(fd => fd.Number).Select(fd => (fd.Number!.Value, fd.Target, fd.Type, fd.IsDeleted)));
        Assert.All(found, fd => Assert.Equal((4300, "telemetry-collector"), (fd.ProcessId, fd.ProcessName)));
    }

    [Fact]
    public void Targets_of_the_capture_are_exact_bytes() => Assert.Equal(
        ["/tmp/two\nlines", "/tmp/tab\there", "/tmp/odd\uDCFEbyte", "/tmp/back\\slash", "/tmp/a (deleted)"],
        Read(fixture.Root.Processes(4400)).OrderBy(fd => fd.Number).Select(fd => fd.Target));

    [Fact]
    public void Filters_leave_rows_out()
    {
        Assert.Equal(["/dev/null", "pipe:[40321]"], Read(4242, new FileDescriptorFilter { Numbers = [0, 2, 77] }).Select(fd => fd.Target));
        Assert.Equal([1], Read(4300, new FileDescriptorFilter { IsDeleted = true }).Select(fd => fd.Number).Order());
        Assert.Equal([3, 4], Read(4300, new FileDescriptorFilter { Types = [FileDescriptorType.Socket, FileDescriptorType.EventPoll] }).Select(fd => fd.Number).Order());
        Assert.Equal([0, 2, 12], Read(4300, new FileDescriptorFilter { Targets = [new Wildcard("/DEV/*")] }).Select(fd => fd.Number).Order());
        Assert.Equal([1], Read(4300, new FileDescriptorFilter { Targets = [new Wildcard("*telemetry*")], IsDeleted = true }).Select(fd => fd.Number));
    }

    [Fact]
    public void A_folder_that_the_capture_lacks_is_not_a_missing_process()
    {
        using var root = new TemporaryRoot();
        root.Write("7/stat", "7 (a) S").Write("7/comm", "a\n");
        Outcome<FileDescriptor> outcome = Assert.Single(FileDescriptor.Read(root.Root.Processes(7), FileDescriptorFilter.None, new ReadSummary(), TestContext.Current.CancellationToken));
        Assert.Equal((ProcErrorKind.NotFound, root.PathOf("7/fd")), (outcome.Error!.Kind, outcome.Error.Path));
        Assert.DoesNotContain("No process", outcome.Error.Message, StringComparison.Ordinal);
    }

    private static List<FileDescriptor> Read(ProcessSelection selection, FileDescriptorFilter? filter = null) =>
        [.. FileDescriptor.Read(selection, filter ?? FileDescriptorFilter.None, new ReadSummary(), TestContext.Current.CancellationToken).Select(outcome => outcome.Item!)];

    private List<FileDescriptor> Read(int id, FileDescriptorFilter filter) => Read(fixture.Root.Processes(id), filter);
}
