using ProcFs.Grammar;
using ProcFs.Interop;
using ProcFs.IO;

namespace ProcFs;

/// <summary>The counters of network protocols, of the caller's network namespace or those of processes.</summary>
public sealed class NetworkStatisticQuery
{
    /// <summary>The help for the names.</summary>
    public const string NameHelp = "Only counters with these names, such as TcpExtListenDrops, InSegs or *Retrans*.";

    /// <summary>The help for the processes.</summary>
    public const string IdHelp = "The network namespaces of these processes, each once.";

    /// <summary>The help for counters that are zero.</summary>
    public const string AllHelp = "Includes counters that are zero.";

    private static readonly string[] s_files = ["snmp", "netstat", "snmp6", "sctp/snmp"];
    private static readonly string[] s_groups = ["UdpLite6", "Icmp6", "Udp6", "Ip6", "Sctp"];

    private readonly ProcRoot _root;
    private readonly RowFilter _names;
    private readonly bool _includesZero;
    private readonly HashSet<ulong> _known = [];

    /// <summary>The counters that match.</summary>
    /// <param name="root">The /proc to read.</param>
    /// <param name="names">Names, which may hold wildcards; null for all.</param>
    /// <param name="includesZero">Whether counters that are zero are included; those that are named without wildcards always are.</param>
    public NetworkStatisticQuery(ProcRoot root, IReadOnlyList<string>? names = null, bool includesZero = false)
    {
        ArgumentNullException.ThrowIfNull(root);
        _root = root;
        _names = new RowFilter(names, "There is no network counter named", name => $"*{name}*");
        _includesZero = includesZero;
    }

    /// <summary>An error for each exact name that no counter had.</summary>
    public IEnumerable<ProcException> Unmatched => _names.Unmatched;

    /// <summary>Reads the counters, in the kernel's order.</summary>
    /// <param name="processId">A process of the network namespace; null for the caller's. A namespace that was read before is left out.</param>
    /// <exception cref="ProcException">There is no such process, or the files cannot be read.</exception>
    public IReadOnlyList<NetworkStatistic> Read(int? processId = null)
    {
        var scope = new ReadScope();
        string folder = processId is { } id ? $"{id}/" : _root.IsLive ? "self/" : "";
        ulong? space = SpaceOf(folder);
        var found = new List<NetworkStatistic>();
        if (space is { } inode && !_known.Add(inode))
        {
            return found;
        }

        Errno missing = Errno.None;
        foreach (string file in s_files)
        {
            Errno error = scope.File.ReadFile(_root.Handle, $"{folder}net/{file}");
            missing = error != Errno.None && file == s_files[0] ? error : missing;
            if (error == Errno.None)
            {
                Read(scope.File.Bytes, new ProcSource(_root, $"{folder}net/{file}"), (group, counter, value) => Take(new NetworkStatistic(group, counter, value, space), found));
            }
        }

        return missing == Errno.None || found.Count > 0 ? found
            : processId is { } gone && _root.Handle.Stat(scope.NameOf(gone), followLink: false, out _) != Errno.None ? throw ProcException.NoProcess(_root, gone)
            : throw ProcException.FromError(missing, _root, $"{folder}net/{s_files[0]}");
    }

    // "Tcp.InSegs" of pairs of lines with names and values, "Ip6InReceives" of one counter a line.
    private static void Read(ReadOnlySpan<byte> text, ProcSource source, Action<string, string, long> take)
    {
        var list = new CounterList();
        if (text.Contains((byte)':'))
        {
            PairedLines.Read(text, list, source);
        }
        else
        {
            KeyValues.Read(text, list, source, KeyValues.Blank);
        }

        foreach ((string key, long value) in list.Counters)
        {
            int dot = key.IndexOf('.', StringComparison.Ordinal);
            string group = dot > 0 ? key[..dot] : Array.Find(s_groups, one => key.Length > one.Length && key.StartsWith(one, StringComparison.Ordinal)) ?? "";
            take(group, key[(dot > 0 ? dot + 1 : group.Length)..], value);
        }
    }

    // Every name is compared, because a row can match several exact names.
    private void Take(NetworkStatistic statistic, List<NetworkStatistic> found)
    {
        bool isSelected = _names.Accepts(statistic.Name) | _names.Accepts(statistic.Counter);
        if (isSelected && (statistic.Value != 0 || _includesZero || IsNamed(statistic)))
        {
            found.Add(statistic);
        }
    }

    private bool IsNamed(NetworkStatistic statistic) =>
        _names.Patterns?.Any(pattern => pattern.IsExact && (pattern.IsMatch(statistic.Name.AsSpan()) || pattern.IsMatch(statistic.Counter.AsSpan()))) == true;

    private ulong? SpaceOf(string folder)
    {
        var link = new ReadBuffer();
        return link.ReadLink(_root.Handle, $"{folder}ns/net") == Errno.None && SocketHolder.TryInode(link.Bytes, "net:["u8, out ulong inode) ? inode : null;
    }
}
