using System.Net;
using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>Models a network interface of a server in <c>/proc/fs/cifs/DebugData</c>. Source: cifs_dump_iface() of fs/smb/client/cifs_debug.c.</summary>
[Fields]
public sealed partial class SmbInterface
{
    internal SmbInterface()
    {
    }

    /// <summary>The number in the file; null if it cannot be read.</summary>
    public required int? Number { get; init; }

    /// <summary>The speed, in bits per second.</summary>
    [Key("Speed", Parser = nameof(TrySpeed))] public long? Speed { get; private set; }

    /// <summary>What it is capable of: <c>rdma</c>, <c>rss</c>.</summary>
    [Key("Capabilities")] public string[]? Capabilities { get; private set; }

    /// <summary>The address.</summary>
    [Key("IPv4"), Key("IPv6")] public IPAddress? Address { get; private set; }

    /// <summary>The connections of the session over this interface; null before Linux 6.7.</summary>
    [Key("Allocated channels")] public int? Channels { get; private set; }

    /// <summary>Whether the session is connected over it.</summary>
    public bool IsConnected { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(SmbInterface),
        new(nameof(Address), 40),
        new(nameof(Speed), 14),
        new(nameof(Capabilities), 12),
        new(nameof(IsConnected), 11));

    /// <summary>The address.</summary>
    public override string ToString() => DisplayText.Escape($"{Address}");

    /// <summary>Takes a line: <c>Speed: 10000000000 bps</c>, <c>[CONNECTED]</c>.</summary>
    internal void Take(ReadOnlySpan<byte> line, ProcSource source)
    {
        IsConnected |= line.SequenceEqual("[CONNECTED]"u8);
        if (line is not [(byte)'[', ..])
        {
            Labels.ReadLine(line.SequenceEqual("Capabilities:"u8) ? "Capabilities: "u8 : line, this, source);
        }
    }

    // "10000000000 bps", "10Gbps"
    private static bool TrySpeed(ReadOnlySpan<byte> value, ProcSource source, out long? speed)
    {
        int digits = value.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        bool parsed = Value.TryRead(digits < 0 ? value : value[..digits], source, out long number);
        ReadOnlySpan<byte> unit = Value.Trim(digits < 0 ? default : value[digits..]);
        long factor = unit.SequenceEqual("Kbps"u8) ? 1_000 : unit.SequenceEqual("Mbps"u8) ? 1_000_000 : unit.SequenceEqual("Gbps"u8) ? 1_000_000_000 : unit.SequenceEqual("bps"u8) ? 1 : 0;
        speed = parsed && factor > 0 ? Saturating.Product(number, factor) : null;
        return speed is not null;
    }
}
