using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/rpc/nfsd.fh/content</c>: the folder for which the first part of a client's file handles stands. Source: expkey_show() of
/// fs/nfsd/export.c.
/// </summary>
public sealed class NfsFileHandle : ITable<NfsFileHandle>
{
    private NfsFileHandle()
    {
    }

    /// <summary>The domain of the client, which names the clients that an export permits: <c>192.0.2.0/24</c>, <c>*</c>.</summary>
    public required string Domain { get; init; }

    /// <summary>
    /// What identifies the file system: 0 device and inode, 1 a number (<c>fsid=</c>), 2 major, minor and inode, 3 encoded device and inode, 4 half of a UUID and
    /// inode, 5 half of a UUID, 6 a UUID, 7 a UUID and inode. Source: enum fsid_source of fs/nfsd/nfsfh.h.
    /// </summary>
    public required int FileSystemIdType { get; init; }

    /// <summary>The identification, in hexadecimal words in the byte order of the machine.</summary>
    public required string FileSystemId { get; init; }

    /// <summary>The exported folder; null if the handle is of none, or the daemon has not answered yet.</summary>
    [Unit(Unit.Path)] public required string? Target { get; init; }

    /// <summary>Whether the server uses the entry; false for one that has expired, denies access, or has not been answered by the daemon.</summary>
    public required bool IsValid { get; init; }

    /// <summary>When the entry expires; null unless the kernel is told to write it (<c>sunrpc.rpc_debug</c>).</summary>
    public required DateTimeOffset? Expires { get; init; }

    internal static View View => new(
        typeof(NfsFileHandle),
        new(nameof(Domain), 20),
        new(nameof(FileSystemIdType), 16),
        new(nameof(FileSystemId), 34),
        new(nameof(IsValid), 7),
        new(nameof(Target)));

    /// <summary>The domain, the identification and the folder: <c>* 0x00000000 /srv</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Domain} {FileSystemId} {Target}".TrimEnd());

    static string IRow<NfsFileHandle>.NameOf(NfsFileHandle row) => $"{row.Domain}-{row.FileSystemIdType}-{row.FileSystemId}".Replace('/', '_').Replace(':', '_');

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<NfsFileHandle, bool> emit) =>
        RpcCache.Read(source, "a domain, the type of an identification, and the identification", Parse, emit);

    // "* 6 0x58b2826661a0540214ee5c81c2df2d24 /srv"
    private static NfsFileHandle? Parse(ReadOnlySpan<byte> line, RpcEntryState state, ProcSource source)
    {
        var words = new FieldScanner(line);
        string domain = source.Intern(words.Next());
        bool isType = words.TryInt32(out int type);
        ReadOnlySpan<byte> identification = words.Next();
        ReadOnlySpan<byte> path = words.Next();
        return !isType || !identification.StartsWith("0x"u8) ? null : new NfsFileHandle
        {
            Domain = domain,
            FileSystemIdType = type,
            FileSystemId = source.Intern(identification),
            Target = path.IsEmpty ? null : source.Intern(OctalEscapes.Decode(path, " \t\n\\"u8)),
            IsValid = state.IsValid,
            Expires = state.Expires,
        };
    }
}
