using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a mounted share of a session in <c>/proc/fs/cifs/DebugData</c>. Source: cifs_debug_tcon() of fs/smb/client/cifs_debug.c, smb2_dump_share_caps() of
/// fs/smb/client/smb2ops.c.
/// </summary>
[Fields(Ignored = ["IPC"])]
public sealed partial class SmbShare
{
    private static readonly string[] s_flags = ["Encrypted", "nocase", "POSIX Extensions", "Witness", "nosparse"];

    private readonly List<string> _flags = [];

    internal SmbShare()
    {
    }

    /// <summary>The number in the file; 0 for the share with which the client talks to the server itself; null if it cannot be read.</summary>
    public required int? Number { get; init; }

    /// <summary>The share: <c>\\server\share</c>; <c>none</c> if there is none for talking to the server.</summary>
    public string Name { get; private set; } = "";

    /// <summary>How often it is mounted.</summary>
    [Key("Mounts")] public int? Mounts { get; private set; }

    /// <summary>The file system on the server: <c>NTFS</c>; null if the server does not say.</summary>
    [Key("Type")] public string? FileSystem { get; private set; }

    /// <summary>The characteristics of the device.</summary>
    [Key("DevInfo", Scale.PrefixedHex), Unit(Unit.Hex)] public ulong? DeviceCharacteristics { get; private set; }

    /// <summary>The attributes of the file system.</summary>
    [Key("Attributes", Scale.PrefixedHex), Unit(Unit.Hex)] public ulong? Attributes { get; private set; }

    /// <summary>The longest name of a file.</summary>
    [Key("PathComponentMax")] public int? MaximumNameLength { get; private set; }

    /// <summary>The number of the connection's state; 1 is good in kernels since 5.18, and 0 and 1 before.</summary>
    [Key("Status", Parser = nameof(TryStatus))] public int? Status { get; private set; }

    /// <summary>The type of the device: <c>DISK</c>, <c>CDROM</c>, or its number.</summary>
    [Key("type")] public string? DeviceType { get; private set; }

    /// <summary>The serial number of the volume; null before Linux 4.18.</summary>
    [Key("Serial Number", Parser = nameof(TrySerial)), Unit(Unit.Hex)] public ulong? SerialNumber { get; private set; }

    /// <summary>Flags: <c>Encrypted</c>, <c>nocase</c>, <c>POSIX Extensions</c>, <c>Witness</c>, <c>nosparse</c>.</summary>
    public string[] Flags => [.. _flags];

    /// <summary>What the server can do with the share: <c>DFS</c>, <c>SCALEOUT</c>, <c>SSD</c>; null with SMB 1.</summary>
    [Key("Share Capabilities", Parser = nameof(TryCapabilities))] public string[]? Capabilities { get; private set; }

    /// <summary>The flags of the share; null with SMB 1.</summary>
    [Key("Share Flags", Scale.PrefixedHex), Unit(Unit.Hex)] public ulong? ShareFlags { get; private set; }

    /// <summary>The number by which server and client know the connection to the share; null with SMB 1.</summary>
    [Key("tid", Scale.PrefixedHex), Unit(Unit.Hex)] public ulong? TreeId { get; private set; }

    /// <summary>The size of a sector for the best performance; null if the server does not say.</summary>
    [Key("Optimal sector size", Scale.PrefixedHex), Unit(Unit.Bytes)] public ulong? SectorSize { get; private set; }

    /// <summary>The access that the user has at most; null with SMB 1.</summary>
    [Key("Maximal Access", Parser = nameof(TrySerial)), Unit(Unit.Hex)] public ulong? MaximalAccess { get; private set; }

    /// <summary>Whether the connection is lost and not yet restored.</summary>
    public bool IsDisconnected { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(SmbShare),
        new(nameof(Name), 32),
        new(nameof(Mounts), 6),
        new(nameof(FileSystem), 10),
        new(nameof(DeviceType), 10),
        new(nameof(IsDisconnected), 14));

    /// <summary>The share.</summary>
    public override string ToString() => DisplayText.Escape(Name);

    /// <summary>Takes the first line, behind its number: <c>\\server\share Mounts: 1 Type: NTFS DevInfo: 0x20</c>.</summary>
    internal void TakeFirst(ReadOnlySpan<byte> line, ProcSource source)
    {
        ReadOnlySpan<byte> text = Value.Trim(line.StartsWith("IPC:"u8) ? line["IPC:"u8.Length..] : line);
        int end = text.IndexOf(" Mounts: "u8);
        Name = source.Intern(end < 0 ? text : text[..end]);
        Take(end < 0 ? default : text[end..], source);
    }

    /// <summary>Takes another line.</summary>
    internal void Take(ReadOnlySpan<byte> line, ProcSource source)
    {
        int lost = line.IndexOf("DISCONNECTED"u8);
        IsDisconnected |= lost >= 0;
        line = lost < 0 ? line : line[..lost];
        for (int i = 0; i < s_flags.Length; i++)
        {
            Span<byte> flag = [(byte)' ', .. LosslessText.Encode(s_flags[i])];
            if (Value.Trim(line).EndsWith(flag) || line.IndexOf([.. flag, (byte)' ']) >= 0)
            {
                _flags.Add(s_flags[i]);
            }
        }

        Labels.ReadLine(line, this, source);
    }

    // "1"; "0x1" in old kernels, where the digits are decimal.
    private static bool TryStatus(ReadOnlySpan<byte> value, ProcSource source, out int? status)
    {
        bool parsed = Value.TryRead(value.StartsWith("0x"u8) ? value[2..] : value, source, out int number);
        status = parsed ? number : null;
        return parsed;
    }

    // "0xe1f8d42c Encrypted": flags may follow.
    private static bool TrySerial(ReadOnlySpan<byte> value, ProcSource source, out ulong? number)
    {
        bool parsed = Value.TryPrefixedHex(new FieldScanner(value).Next(), source, out ulong bits);
        number = parsed ? bits : null;
        return parsed;
    }

    // "None", "DFS, CONTINUOUS AVAILABILITY, Aligned,", "None Aligned,"
    private static bool TryCapabilities(ReadOnlySpan<byte> value, ProcSource source, out string[]? capabilities)
    {
        string text = source.Intern(value.StartsWith("None"u8) ? value["None"u8.Length..] : value);
        capabilities = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return true;
    }

    private static UnavailableReason? WhyMissing(string property, bool isFound) => null;
}
