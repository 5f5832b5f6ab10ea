using System.Net;
using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>Models a line of <c>/proc/net/nfsfs/servers</c>: a server that the NFS client uses. Source: nfs_server_list_show() of fs/nfs/client.c.</summary>
[Fields]
public sealed partial class NfsServer : ITable<NfsServer>
{
    private NfsServer()
    {
    }

    /// <summary>The version of NFS: <c>v3</c>, <c>v4</c>.</summary>
    [Key("NV")] public string Version { get; private set; } = "";

    /// <summary>The address.</summary>
    [Key("SERVER", Scale.Hex), Unit(Unit.None)] public IPAddress? Address { get; private set; }

    /// <summary>The port.</summary>
    [Key("PORT", Scale.Hex)] public int? Port { get; private set; }

    /// <summary>The number of mounts and other users of it.</summary>
    [Key("USE")] public long? Users { get; private set; }

    /// <summary>The name.</summary>
    [Key("HOSTNAME")] public string? HostName { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(NfsServer),
        new(nameof(Version), 7),
        new(nameof(Address), 39),
        new(nameof(Port), 6),
        new(nameof(Users), 6),
        new(nameof(HostName)));

    /// <summary>The name and the version: <c>files.example.org v4</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{HostName ?? "?"} {Version}");

    static string IRow<NfsServer>.NameOf(NfsServer row) => $"{row.Address?.ToString() ?? "?"}-{row.Version}".Replace(':', '_');

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<NfsServer, bool> emit) => HeaderedLines.Read(source, static _ => new NfsServer(), emit);
}
