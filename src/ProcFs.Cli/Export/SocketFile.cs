using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace ProcFs.Cli.Export;

/// <summary>The file of a Unix socket, for its user and group.</summary>
#pragma warning disable RS0030, CA1416 // The file is none of /proc, and the command runs on Linux.
internal sealed partial class SocketFile(UnixDomainSocketEndPoint address)
{
    private const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite;

    private readonly string _path = $"{address}";

    /// <summary>Removes the socket of a process that was killed: it refuses connections. Any other file stays.</summary>
    public async Task RemoveAbandoned(CancellationToken cancellation)
    {
        if (!IsSocket())
        {
            return;
        }

        using var probe = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await probe.ConnectAsync(address, cancellation).ConfigureAwait(false);
        }
        catch (SocketException error) when (error.SocketErrorCode == SocketError.ConnectionRefused)
        {
            File.Delete(_path);
        }
        catch (SocketException)
        {
            // It cannot be connected to for another reason; then the address is in use.
        }
    }

    /// <summary>Sets its mode. Before the socket listens, nobody can connect.</summary>
    public void Protect() => File.SetUnixFileMode(_path, Mode);

    /// <summary>Removes it.</summary>
    public void Remove() => File.Delete(_path);

    // The class library cannot tell a socket from a file. See statx(2): the mode is a 16-bit number at offset 28.
    private unsafe bool IsSocket()
    {
        const int AtCurrentFolder = -100;
        const int NoFollow = 0x100;
        const uint TypeMask = 1;
        ulong* result = stackalloc ulong[32];
        return statx(AtCurrentFolder, _path, NoFollow, TypeMask, result) == 0 && (((ushort*)result)[14] & 0xF000) == 0xC000;
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial int statx(int folder, string path, int flags, uint mask, ulong* result);
}
#pragma warning restore RS0030, CA1416
