using System.Net.Sockets;
using ProcFs.Fixtures;

namespace ProcFs;

public sealed class UnixSocketTests(FixtureRoot fixture) : IClassFixture<FixtureRoot>
{
    private const string Header = "Num       RefCount Protocol Flags    Type St Inode Path\n";

    [Fact]
    public void Each_socket_has_its_type_state_and_name()
    {
        (List<UnixSocket> sockets, List<ProcException> errors) = Read(fixture.Root, "4300/net/unix");
        Assert.Empty(errors);
        Assert.Equal(
            ["/run/systemd/private", null, "@inner@name@@", "/run/two words\nand 2 lines\n", "/run/systemd/private", "/run/\udcff.sock"],
            sockets.Select(socket => socket.Name));
        Assert.Equal(
            [SocketType.Stream, SocketType.Stream, SocketType.Dgram, SocketType.Seqpacket, SocketType.Stream, SocketType.Stream],
            sockets.Select(socket => socket.Type));
        Assert.Equal([true, false, false, false, false, false], sockets.Select(socket => socket.IsListening));
        Assert.Equal(
            [UnixSocketState.Unconnected, UnixSocketState.Connected, UnixSocketState.Unconnected, UnixSocketState.Connected, UnixSocketState.Connecting, UnixSocketState.Connected],
            sockets.Select(socket => socket.State));
        Assert.Equal([17214UL, 912UL, 23310UL, 23400UL, 0UL, 4294967301UL], sockets.Select(socket => socket.Inode!.Value));
        Assert.Equal((0xffff8a5c01c8d000UL, 2L, 0x10000L), (sockets[0].KernelAddress!.Value, sockets[0].References, sockets[0].Flags));
        Assert.Null(sockets[5].KernelAddress);
        Assert.Equal(@"Seqpacket /run/two words\nand 2 lines\n 23400", $"{sockets[3]}");
    }

    [Fact]
    public void A_line_without_a_socket_above_it_is_reported_and_an_older_kernel_has_no_inodes()
    {
        using var root = new TemporaryRoot();
        root.Write("net/unix", Header.Replace(" Inode", "", StringComparison.Ordinal) + "odd\nf6db7c00: 00000002 00000000 00010000 0001 01 /dev/log\n");
        (List<UnixSocket> sockets, List<ProcException> errors) = Read(root.Root, "net/unix");
        Assert.Equal(2, Assert.Single(errors).LineNumber);
        UnixSocket socket = Assert.Single(sockets);
        Assert.Equal(("/dev/log", null, 0xf6db7c00UL), (socket.Name, socket.Inode, socket.KernelAddress));
    }

    [Fact]
    public void A_name_keeps_its_spaces_and_what_resembles_a_line()
    {
        using var root = new TemporaryRoot();
        root.Write("net/unix", Header + "00000000: 00000002 00000000 00000000 0001 01     7  a \n00000000: 2 words\n");
        Assert.Equal(" a \n00000000: 2 words", Assert.Single(Read(root.Root, "net/unix").Rows).Name);
    }

    [Fact]
    public void A_socket_of_this_process_is_found_by_a_name_with_newlines()
    {
        string folder = Directory.CreateTempSubdirectory("procfs-").FullName;
        try
        {
            using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            listener.Bind(new UnixDomainSocketEndPoint($"{folder}/a\n\nb "));
            listener.Listen();
            UnixSocket socket = Assert.Single(Read(new ProcRoot(), "net/unix").Rows, socket => socket.Name == $"{folder}/a\n\nb ");
            Assert.True(socket.IsListening);
            Assert.Equal($"socket:[{socket.Inode}]", new FileInfo($"/proc/self/fd/{listener.SafeHandle.DangerousGetHandle()}").LinkTarget);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (List<UnixSocket> Rows, List<ProcException> Errors) Read(ProcRoot root, string file)
    {
        var rows = new List<UnixSocket>();
        var errors = new List<ProcException>();
        UnixSocket.ReadRows(new ProcSource(root, file) { Report = errors.Add }, socket =>
        {
            rows.Add(socket);
            return true;
        });
        return (rows, errors);
    }
}
