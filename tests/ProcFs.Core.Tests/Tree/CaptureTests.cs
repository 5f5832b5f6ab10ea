using ProcFs.Fixtures;

namespace ProcFs.Tree;

/// <summary>Parts of a capture that must not reach this machine.</summary>
public sealed class CaptureTests
{
    [Fact]
    public void A_capture_does_not_open_the_file_that_has_the_name_here()
    {
        using var capture = new TemporaryRoot();
        capture.Write("here", "content of this machine");
        capture.Write("9/stat", "9 (a) S 1\n").Write("9/comm", "a\n");
        byte[] target = System.Text.Encoding.UTF8.GetBytes(capture.PathOf("here"));
        capture.Link("9/fd/3", target).Link("9/map_files/1000-2000", target);
        var tree = new ProcTree(capture.Root);
        foreach ((string path, string kind) in new[] { ("9/fd/3", "an open"), ("9/map_files/1000-2000", "a mapped") })
        {
            var error = Assert.Throws<ProcException>(() => ((IReadableNode)tree.Get(path)).OpenRead());
            Assert.Equal(ProcErrorKind.NotSupported, error.Kind);
            Assert.Equal($"{capture.PathOf(path)}: a capture contains only the name of {kind} file, not its content.", error.Message);
        }

        Assert.Equal(ProcErrorKind.NotSupported, Assert.Throws<ProcException>(() => HeldFileStream.Open(capture.Root, HeldFile.OfDescriptor(9, 3))).Kind);
        Assert.Equal(ProcErrorKind.NotFound, Assert.Throws<ProcException>(() => HeldFileStream.Open(capture.Root, HeldFile.OfDescriptor(9, 4))).Kind);
    }

    [Fact]
    public void A_capture_is_not_written_to()
    {
        using var capture = new TemporaryRoot();
        capture.Write("sys/vm/swappiness", "100\n");
        var error = Assert.Throws<ProcException>(() => ((IWritableNode)new ProcTree(capture.Root).Get("sys/vm/swappiness")).Write("5"));
        Assert.Equal(ProcErrorKind.NotSupported, error.Kind);
        Assert.Equal("100\n", File.ReadAllText(capture.PathOf("sys/vm/swappiness")));
    }

    [Fact]
    public void What_is_a_folder_there_and_not_a_link_is_followed()
    {
        using var root = new CaseRoot("status-sigq-unlimited");
        root.Write("self/stat", File.ReadAllBytes(root.PathOf("4242/stat"))).Write("4242/cwd/x", "").Write("4242/clear_refs", "5\n");
        Directory.CreateDirectory(root.PathOf("thread-self"));
        var tree = new ProcTree(root.Root);
        Assert.Equal("sleep", Assert.IsType<ProcessInfo>(tree.Get("self").GetItem()).Name);
        Assert.Equal(ProcKind.Directory, tree.Get("thread-self").Kind);
        Assert.Equal(ProcKind.Directory, tree.Get("4242/cwd").Kind);
        Assert.Equal("5", Assert.IsType<KernelParameter>(tree.Get("4242/clear_refs").GetItem()).Text);
    }
}
