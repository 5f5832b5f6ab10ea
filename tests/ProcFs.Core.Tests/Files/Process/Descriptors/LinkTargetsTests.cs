using ProcFs.Fixtures;
using ProcFs.Interop;
using ProcFs.Text;

namespace ProcFs;

public sealed class LinkTargetsTests
{
    private readonly LinkTargets _targets = new(new TextPool());

    [Theory]
    [InlineData("socket:[33581]", FileDescriptorType.Socket)]
    [InlineData("pipe:[40321]", FileDescriptorType.Pipe)]
    [InlineData("net:[4026531840]", FileDescriptorType.Namespace)]
    [InlineData("anon_inode:[eventpoll]", FileDescriptorType.EventPoll)]
    [InlineData("anon_inode:inotify", FileDescriptorType.Inotify)]
    [InlineData("eventpoll:[6543]", FileDescriptorType.EventPoll)]
    [InlineData("anon_inode:[perf_counter]", FileDescriptorType.PerfEvent)]
    [InlineData("anon_inode:bpf-raw-tracepoint", FileDescriptorType.BpfLink)]
    [InlineData("anon_inode:bpf-tracing-prog", FileDescriptorType.BpfLink)]
    [InlineData("not known:[1]", FileDescriptorType.Other)]
    public void What_has_no_path_keeps_the_kernels_words(string text, FileDescriptorType type) =>
        Assert.Equal(new LinkTarget(text, type, false), _targets.OfObject(Sources.Latin1(text)));

    public static TheoryData<int, FileDescriptorType> Kinds => new()
    {
        { (int)FileKind.Regular, FileDescriptorType.File },
        { (int)FileKind.Directory, FileDescriptorType.Directory },
        { (int)FileKind.CharacterDevice, FileDescriptorType.Device },
        { (int)FileKind.BlockDevice, FileDescriptorType.Device },
        { (int)FileKind.Fifo, FileDescriptorType.Pipe },
        { (int)FileKind.Socket, FileDescriptorType.Socket },
        { 0, FileDescriptorType.Other },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_live_path_has_the_kind_of_its_mode(int kind, FileDescriptorType type) =>
        Assert.Equal(new LinkTarget("/a", type, false), Of("/a", new Statx { Mode = (ushort)kind, LinkCount = 1 }));

    // The inode of a dma-buf has permission bits but no file type.
    [Fact]
    public void A_live_buffer_of_devices_is_one() =>
        Assert.Equal(FileDescriptorType.DmaBuf, Of("/dmabuf:frame", new Statx { Mode = 0x180, LinkCount = 1 }).Type);

    [Theory]
    [InlineData("/a", FileDescriptorType.File)]
    [InlineData("/dev/null", FileDescriptorType.Device)]
    [InlineData("/dev/pts/3", FileDescriptorType.Device)]
    [InlineData("/dev/shm/x", FileDescriptorType.File)]
    [InlineData("/dev/mqueue/x", FileDescriptorType.File)]
    [InlineData("/dev/hugepages/x", FileDescriptorType.File)]
    [InlineData("/dev/cpuset/tasks", FileDescriptorType.File)]
    [InlineData("/dmabuf:frame", FileDescriptorType.DmaBuf)]
    public void In_a_capture_only_the_path_counts(string path, FileDescriptorType type) =>
        Assert.Equal(new LinkTarget(path, type, false), Of(path, null));

    [Theory]
    [InlineData("/a (deleted)", "/a", FileDescriptorType.File)]
    [InlineData("/a (deleted) (deleted)", "/a (deleted)", FileDescriptorType.File)]
    public void What_the_kernel_has_marked_is_deleted_whatever_its_link_count_is(string path, string shown, FileDescriptorType type)
    {
        Assert.Equal(new LinkTarget(shown, type, true), Of(path, new Statx { Mode = (ushort)FileKind.Regular, LinkCount = 0 }, isMarked: true));
        Assert.Equal(new LinkTarget(shown, type, true), Of(path, new Statx { Mode = (ushort)FileKind.Regular, LinkCount = 1 }, isMarked: true));
        Assert.Equal(new LinkTarget(shown, type, true), Of(path, null, isMarked: true));
    }

    [Theory]
    [InlineData("/memfd:a b (deleted)", "/memfd:a b", FileDescriptorType.MemFd)]
    [InlineData("/[aio] (deleted)", "/[aio]", FileDescriptorType.Aio)]
    public void What_never_had_a_name_is_not_deleted(string path, string shown, FileDescriptorType type)
    {
        Assert.Equal(new LinkTarget(shown, type, false), Of(path, new Statx { Mode = (ushort)FileKind.Regular, LinkCount = 0 }, isMarked: true));
        Assert.Equal(new LinkTarget(shown, type, false), Of(path, null, isMarked: true));
    }

    [Theory]
    [InlineData("/a (deleted)")]
    [InlineData("/memfd:a (deleted)")]
    public void A_live_file_may_be_called_so(string path) =>
        Assert.Equal(new LinkTarget(path, FileDescriptorType.File, false), Of(path, new Statx { Mode = (ushort)FileKind.Regular, LinkCount = 1 }));

    [Fact]
    public void A_deleted_folder_is_a_folder() =>
        Assert.Equal(new LinkTarget("/a", FileDescriptorType.Directory, true), Of("/a (deleted)", new Statx { Mode = (ushort)FileKind.Directory }, isMarked: true));

    [Fact]
    public void A_path_is_remembered_within_its_mount_namespace()
    {
        byte[] path = Sources.Latin1("/dev/null");
        LinkTarget target = _targets.OfPath(path, 1, new Statx { Mode = (ushort)FileKind.CharacterDevice, LinkCount = 1 }, isMarked: false);
        Assert.True(_targets.TryFind(path, 1, out LinkTarget found));
        Assert.Equal(target, found);
        Assert.Same(target.Text, found.Text);
        Assert.False(_targets.TryFind(path, 2, out _));
        Assert.False(_targets.TryFind(Sources.Latin1("/dev/nul"), 1, out _));
    }

    [Fact]
    public void What_is_deleted_or_not_known_is_not_remembered()
    {
        _targets.OfPath(Sources.Latin1("/a (deleted)"), 1, new Statx { Mode = (ushort)FileKind.Regular }, isMarked: true);
        _targets.OfPath(Sources.Latin1("/a (deleted)"), 1, new Statx { Mode = (ushort)FileKind.Regular }, isMarked: false);
        _targets.OfPath(Sources.Latin1("/b"), 1, null, isMarked: false);
        Assert.False(_targets.TryFind(Sources.Latin1("/a (deleted)"), 1, out _));
        Assert.False(_targets.TryFind(Sources.Latin1("/b"), 1, out _));
    }

    [Fact]
    public void Bytes_of_a_path_survive() => Assert.Equal("/two\nlines\uDCFE", Of("/two\nlines\u00FE", null).Text);

    private LinkTarget Of(string path, Statx? file, bool isMarked = false) => _targets.OfPath(Sources.Latin1(path), 1, file, isMarked);
}
