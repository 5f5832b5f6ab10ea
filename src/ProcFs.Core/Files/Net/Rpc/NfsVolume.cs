using System.Net;
using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>Models a line of <c>/proc/net/nfsfs/volumes</c>: a volume that the NFS client has mounted. Source: nfs_volume_list_show() of fs/nfs/client.c.</summary>
[Fields]
public sealed partial class NfsVolume : ITable<NfsVolume>
{
    private NfsVolume()
    {
    }

    /// <summary>The version of NFS: <c>v3</c>, <c>v4</c>.</summary>
    [Key("NV")] public string Version { get; private set; } = "";

    /// <summary>The address of the server.</summary>
    [Key("SERVER", Scale.Hex), Unit(Unit.None)] public IPAddress? Address { get; private set; }

    /// <summary>The port of the server.</summary>
    [Key("PORT", Scale.Hex)] public int? Port { get; private set; }

    /// <summary>The device of the file system, as major and minor number: <c>0:52</c>.</summary>
    [Key("DEV")] public string? Device { get; private set; }

    /// <summary>The id of the file system on the server: two hexadecimal numbers.</summary>
    [Key("FSID")] public string? FileSystemId { get; private set; }

    /// <summary>Whether files are cached on a local disk (FS-Cache).</summary>
    [Key("FSC")] public bool? IsCached { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(NfsVolume),
        new(nameof(Version), 7),
        new(nameof(Address), 39),
        new(nameof(Port), 6),
        new(nameof(Device), 10),
        new(nameof(IsCached), 8),
        new(nameof(FileSystemId), 33));

    /// <summary>The device and the server: <c>0:52 192.0.2.7</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Device ?? "?"} {Address?.ToString() ?? "?"}");

    static string IRow<NfsVolume>.NameOf(NfsVolume row) => $"{row.Device}".Replace(':', '_');

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<NfsVolume, bool> emit) => HeaderedLines.Read(source, static _ => new NfsVolume(), emit);
}
