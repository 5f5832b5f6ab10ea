using System.Net.Sockets;
using System.Runtime.InteropServices;
using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/unix</c>: a Unix socket of the network namespace. A name can contain newlines, so a line that does not have the format of a socket
/// belongs to the name before it. Source: unix_seq_show() of net/unix/af_unix.c.
/// </summary>
public sealed class UnixSocket : ITable<UnixSocket>
{
    // __SO_ACCEPTCON
    private const uint AcceptsConnections = 0x10000;

    private const string Form = "a socket: an address, six columns and a name";

    private UnixSocket()
    {
    }

    /// <summary>The address of the socket in the kernel, or a value that stands for it; null if the kernel writes zero.</summary>
    [Unit(Unit.Address)] public required ulong? KernelAddress { get; init; }

    /// <summary>The number of references to the socket in the kernel: <c>RefCount</c>.</summary>
    public required long References { get; init; }

    /// <summary>The protocol, which is 0 for these sockets.</summary>
    public required long Protocol { get; init; }

    /// <summary>The flags of the socket: <c>10000</c> if it is listening.</summary>
    [Unit(Unit.Hex)] public required long Flags { get; init; }

    /// <summary>Whether it is listening.</summary>
    public bool IsListening => (Flags & AcceptsConnections) != 0;

    /// <summary>The type: stream, datagram or sequenced packet.</summary>
    public required SocketType Type { get; init; }

    /// <summary>The connection state: <c>St</c>.</summary>
    public required UnixSocketState State { get; init; }

    /// <summary>The inode, as in the descriptor target <c>socket:[1234]</c>; 0 if no program has accepted it yet, null on kernels that do not report it.</summary>
    public required ulong? Inode { get; init; }

    /// <summary>
    /// The path or the abstract name, in which the kernel writes each NUL as <c>@</c>; null for an unnamed socket. A path that starts with @ looks like an abstract
    /// name.
    /// </summary>
    public string? Name { get; private set; }

    internal static View View => new(
        typeof(UnixSocket),
        new(nameof(Type), 9),
        new(nameof(State), 13),
        new(nameof(IsListening), 11),
        new(nameof(Inode), 10),
        new(nameof(Name)));

    /// <summary>The type, the name if it has one, and the inode: <c>Stream /run/x.sock 21034</c>.</summary>
    public override string ToString() => DisplayText.Escape(Name is null ? $"{Type} {Inode}" : $"{Type} {Name} {Inode}".TrimEnd());

    static string IRow<UnixSocket>.NameOf(UnixSocket row) => row.Inode is { } inode ? $"{inode}" : $"{row.KernelAddress:x16}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<UnixSocket, bool> emit)
    {
        using LineReader lines = source.OpenLines();
        UnixSocket? socket = null;
        var name = new List<byte>();
        bool hasInode = true;
        Errno error;
        while (lines.Next(out error))
        {
            if (lines.LineNumber == 1 && lines.Line.StartsWith("Num "u8))
            {
                hasInode = lines.Line.IndexOf(" Inode"u8) > 0;
                continue;
            }

            UnixSocket? next = Parse(lines.Line, hasInode, out ReadOnlySpan<byte> start, out bool isBroken);
            if (next is not null)
            {
                if (socket is not null && !emit(socket.Named(name)))
                {
                    return;
                }

                socket = next;
                name.Clear();
                name.AddRange(start);
            }
            else if (!isBroken && name.Count > 0)
            {
                name.Add((byte)'\n');
                name.AddRange(lines.Line);
            }
            else
            {
                source.Report(source.Malformed(lines.LineNumber, lines.Line, Form));
            }
        }

        if (error != Errno.None)
        {
            throw source.Failure(error);
        }

        if (socket is not null)
        {
            emit(socket.Named(name));
        }
    }

    private UnixSocket Named(List<byte> name)
    {
        Name = name.Count == 0 ? null : LosslessText.Decode(CollectionsMarshal.AsSpan(name));
        return this;
    }

    // "0000000042184021: 00000002 00000000 00010000 0001 01 30304 /run/x"; the inode is padded on the left, and one space ends it if a name follows. A line with a
    // single unreadable column is still a socket, although a broken one; any other line is part of a name.
    private static UnixSocket? Parse(ReadOnlySpan<byte> line, bool hasInode, out ReadOnlySpan<byte> name, out bool isBroken)
    {
        var fields = new FieldScanner(line);
        int odd = 0;
        ReadOnlySpan<byte> first = fields.Next();
        odd += TryHex(first[..Math.Max(first.Length - 1, 0)], 8, out ulong address) && first.EndsWith(":"u8) ? 0 : 1;
        odd += TryHex(fields.Next(), 8, out ulong references) ? 0 : 1;
        odd += TryHex(fields.Next(), 8, out ulong protocol) ? 0 : 1;
        odd += TryHex(fields.Next(), 8, out ulong flags) ? 0 : 1;
        odd += TryHex(fields.Next(), 4, out ulong type) ? 0 : 1;
        odd += TryHex(fields.Next(), 2, out ulong state) ? 0 : 1;
        ulong inode = 0;
        odd += !hasInode || Number.TryUInt64(fields.Next(), out inode) ? 0 : 1;
        name = fields.Rest is [(byte)' ', .. var rest] ? rest : default;
        isBroken = odd == 1;
        return odd > 0 ? null : new UnixSocket
        {
            KernelAddress = address == 0 ? null : address,
            References = (long)references,
            Protocol = (long)protocol,
            Flags = (long)flags,
            Type = (SocketType)type,
            State = (UnixSocketState)state,
            Inode = hasInode ? inode : null,
        };
    }

    private static bool TryHex(ReadOnlySpan<byte> field, int digits, out ulong value) => Number.TryHex(field, out value) && field.Length >= digits;
}
