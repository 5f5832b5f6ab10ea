using ProcFs.Interop;
using ProcFs.Tree;

namespace ProcFs.IO;

/// <summary>Descriptors opened by the library are not included in listings of the current process.</summary>
public sealed class OwnDescriptorsTests
{
    private static readonly ProcRoot s_root = new();

    [Fact]
    public void A_descriptor_is_known_until_it_is_closed()
    {
        var file = OpenFile.Open(OpenFile.WorkingDirectory, "/proc\0"u8, OpenFlags.Path, out _);
        int number = file.Number;
        Assert.True(OwnDescriptors.Contains(number));
        Assert.True(file.Close());
        Assert.False(OwnDescriptors.Contains(number) && File.ResolveLinkTarget($"/proc/self/fd/{number}", returnFinalTarget: false)?.FullName == "/proc");
    }

    [Fact]
    public void A_number_that_is_given_away_again_before_its_close_has_returned_stays_known()
    {
        const int Number = 1_000_000;
        OwnDescriptors.BeginOpen();
        OwnDescriptors.EndOpen(Number);
        OwnDescriptors.BeginClose(Number);
        Assert.False(OwnDescriptors.Contains(Number));
        OwnDescriptors.BeginOpen();
        OwnDescriptors.EndOpen(Number);
        OwnDescriptors.EndClose();
        Assert.True(OwnDescriptors.Contains(Number));
        OwnDescriptors.BeginClose(Number);
        OwnDescriptors.EndClose();
    }

    [Fact]
    public void The_listing_of_this_process_shows_only_descriptors_of_others()
    {
        using FileStream theirs = File.OpenRead("/etc/passwd");
        using var ours = Descriptor.Open(null, "/etc/hostname\0"u8, OpenFlags.ReadOnly, out _);
        using var stop = new CancellationTokenSource();
        var opener = new Thread(() => OpenAndClose(stop.Token));
        opener.Start();
        for (int round = 0; round < 200; round++)
        {
            string[] targets = [.. Targets()];
            Assert.Contains("/etc/passwd", targets);
            Assert.DoesNotContain("/etc/hostname", targets);
            Assert.DoesNotContain("/proc/execdomains", targets);
            Assert.DoesNotContain(targets, target => target.StartsWith($"/proc/{Environment.ProcessId}", StringComparison.Ordinal));
        }

        stop.Cancel();
        opener.Join();
    }

    [Theory]
    [InlineData("self/fdinfo")]
    [InlineData("self/fd")]
    public void The_folders_of_the_tree_lack_them_too(string folder)
    {
        using var ours = Descriptor.Open(null, "/etc/hostname\0"u8, OpenFlags.ReadOnly, out _);
        var names = new List<string>();
        ((IContainerNode)new ProcTree(s_root).Get(folder)).ReadChildren(null, node => names.Add(node.Name), _ => { }, CancellationToken.None);
        Assert.Contains("0", names);
        Assert.DoesNotContain($"{ours!.Number}", names);
    }

    private static void OpenAndClose(CancellationToken stop)
    {
        var buffer = new ReadBuffer();
        while (!stop.IsCancellationRequested)
        {
            _ = buffer.ReadFile(s_root.Handle, "execdomains\0"u8);
        }
    }

    private static IEnumerable<string> Targets() =>
        new DescriptorQuery().Read(s_root.Processes(Environment.ProcessId))
            .Select(outcome => outcome.Item?.Target)
            .OfType<string>();
}
