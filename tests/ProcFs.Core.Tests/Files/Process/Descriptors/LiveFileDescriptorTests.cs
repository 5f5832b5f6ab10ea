using System.IO.Pipes;
using System.Net.Sockets;
using Microsoft.Win32.SafeHandles;
using ProcFs.Fixtures;

namespace ProcFs;

/// <summary>Descriptors opened by the test itself, read from the live /proc.</summary>
public sealed class LiveFileDescriptorTests : IDisposable
{
    private readonly TemporaryRoot _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file()
    {
        using SafeFileHandle file = Create("file");
        Check(file, _folder.PathOf("file"), FileDescriptorType.File, isDeleted: false);
    }

    [Fact]
    public void A_deleted_file()
    {
        using SafeFileHandle file = Create("gone");
        File.Delete(_folder.PathOf("gone"));
        Check(file, _folder.PathOf("gone"), FileDescriptorType.File, isDeleted: true);
    }

    [Fact]
    public void A_live_file_that_is_called_deleted()
    {
        using SafeFileHandle file = Create("x (deleted)");
        Check(file, _folder.PathOf("x (deleted)"), FileDescriptorType.File, isDeleted: false);
    }

    [Fact]
    public void A_deleted_file_that_was_called_deleted()
    {
        using SafeFileHandle file = Create("y (deleted)");
        File.Delete(_folder.PathOf("y (deleted)"));
        Check(file, _folder.PathOf("y (deleted)"), FileDescriptorType.File, isDeleted: true);
    }

    [Fact]
    public void A_file_of_one_name_fewer_is_alive()
    {
        using SafeFileHandle file = Create("first");
        File.CreateSymbolicLink(_folder.PathOf("link"), "first");
        File.Move(_folder.PathOf("first"), _folder.PathOf("second"));
        Check(file, _folder.PathOf("second"), FileDescriptorType.File, isDeleted: false);
    }

    [Fact]
    public void A_name_with_a_newline()
    {
        using SafeFileHandle file = Create("two\nlines");
        Check(file, _folder.PathOf("two\nlines"), FileDescriptorType.File, isDeleted: false);
    }

    [Fact]
    public void An_invalid_name()
    {
        using var odd = new SafeFileHandle(Native.OpenFile(_folder.PathOf("odd\uDCFE")), ownsHandle: true);
        Native.Unlink(_folder.PathOf("odd\uDCFE"));
        Check(odd, _folder.PathOf("odd\uDCFE"), FileDescriptorType.File, isDeleted: true);
    }

    [Fact]
    public void Memory_as_a_file()
    {
        using var memory = new SafeFileHandle(Native.MemFdCreate("ring buffer", 0), ownsHandle: true);
        Check(memory, "/memfd:ring buffer", FileDescriptorType.MemFd, isDeleted: false);
    }

    [Fact]
    public void A_counter_of_events()
    {
        using var counter = new SafeFileHandle(Native.EventFd(0, 0), ownsHandle: true);
        Check(counter, "anon_inode:[eventfd]", FileDescriptorType.EventFd, isDeleted: false);
    }

    [Fact]
    public void A_pipe()
    {
        using var pipe = new AnonymousPipeServerStream(PipeDirection.Out);
        FileDescriptor found = Find((int)pipe.SafePipeHandle.DangerousGetHandle());
        Assert.Equal(FileDescriptorType.Pipe, found.Type);
        Assert.Matches(@"^pipe:\[\d+\]$", found.Target);
    }

    [Fact]
    public void A_named_pipe()
    {
        Native.MakeFifo(_folder.PathOf("fifo"));
        using SafeFileHandle file = File.OpenHandle(_folder.PathOf("fifo"), FileMode.Open, FileAccess.ReadWrite);
        Check(file, _folder.PathOf("fifo"), FileDescriptorType.Pipe, isDeleted: false);
    }

    [Fact]
    public void A_socket()
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        FileDescriptor found = Find((int)socket.SafeHandle.DangerousGetHandle());
        Assert.Equal(FileDescriptorType.Socket, found.Type);
        Assert.Matches(@"^socket:\[\d+\]$", found.Target);
    }

    [Fact]
    public void A_device()
    {
        using SafeFileHandle file = File.OpenHandle("/dev/null", FileMode.Open, FileAccess.Write);
        Check(file, "/dev/null", FileDescriptorType.Device, isDeleted: false);
    }

    [Fact]
    public void A_folder()
    {
        using var folder = new SafeFileHandle(Native.OpenFolder(_folder.Directory), ownsHandle: true);
        FileDescriptor found = Find((int)folder.DangerousGetHandle());
        Assert.Equal((_folder.Directory, FileDescriptorType.Directory, false), (found.Target, found.Type, found.IsDeleted));
    }

    [Fact]
    public void A_namespace()
    {
        using SafeFileHandle file = File.OpenHandle("/proc/self/ns/net");
        FileDescriptor found = Find((int)file.DangerousGetHandle());
        Assert.Equal(FileDescriptorType.Namespace, found.Type);
        Assert.StartsWith("net:[", found.Target, StringComparison.Ordinal);
    }

    [Fact]
    public void The_process_is_named_as_it_is_elsewhere()
    {
        using var child = new ChildProcess();
        FileDescriptor[] found = [.. Read(new ProcRoot().Processes(child.Id), FileDescriptorFilter.None)];
        Assert.NotEmpty(found);
        Assert.All(found, fd => Assert.Equal((child.Id, "sleep"), (fd.ProcessId, fd.ProcessName)));
    }

    private static void Check(SafeFileHandle file, string target, FileDescriptorType type, bool isDeleted)
    {
        FileDescriptor found = Find((int)file.DangerousGetHandle());
        Assert.Equal((target, type, isDeleted), (found.Target, found.Type, found.IsDeleted));
    }

    private static FileDescriptor Find(int number)
    {
        FileDescriptor byNumber = Assert.Single(Read(new ProcRoot().Processes(Environment.ProcessId), new FileDescriptorFilter { Numbers = [number] }));
        FileDescriptor inAll = Assert.Single(Read(new ProcRoot().Processes(Environment.ProcessId), FileDescriptorFilter.None), fd => fd.Number == number);
        Assert.Equal((byNumber.Target, byNumber.Type, byNumber.IsDeleted), (inAll.Target, inAll.Type, inAll.IsDeleted));
        return byNumber;
    }

    private static IEnumerable<FileDescriptor> Read(ProcessSelection selection, FileDescriptorFilter filter) =>
        FileDescriptor.Read(selection, filter, new ReadSummary(), TestContext.Current.CancellationToken).Select(outcome => outcome.Item!);

    private SafeFileHandle Create(string name) => File.OpenHandle(_folder.PathOf(name), FileMode.CreateNew, FileAccess.Write);
}
