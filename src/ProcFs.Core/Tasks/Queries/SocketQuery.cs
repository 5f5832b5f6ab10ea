using ProcFs.IO;

namespace ProcFs;

/// <summary>Sockets of all network namespaces, with all their holders.</summary>
public sealed class SocketQuery
{
    /// <summary>The help for <see cref="SocketFilter.Protocols"/>.</summary>
    public const string ProtocolHelp = "Only sockets of these protocols: tcp, tcp6, udp, unix and so on; wildcards are permitted.";

    /// <summary>The help for <see cref="SocketFilter.States"/>.</summary>
    public const string StateHelp = "Only sockets in these states, such as Listen or Established; wildcards are permitted.";

    /// <summary>The help for <see cref="SocketFilter.LocalPorts"/>.</summary>
    public const string LocalPortHelp = "Only sockets with these local ports.";

    /// <summary>The help for <see cref="SocketFilter.RemotePorts"/>.</summary>
    public const string RemotePortHelp = "Only sockets with these remote ports.";

    /// <summary>The help for <see cref="SocketFilter.LocalAddresses"/>.</summary>
    public const string LocalAddressHelp = "Only sockets with these local addresses: an address, a prefix such as 10.0.0.0/8, or a wildcard.";

    /// <summary>The help for <see cref="SocketFilter.RemoteAddresses"/>.</summary>
    public const string RemoteAddressHelp = "Only sockets with these remote addresses: an address, a prefix such as 10.0.0.0/8, or a wildcard.";

    /// <summary>The help for <see cref="SocketFilter.UnixNames"/>.</summary>
    public const string UnixHelp = "Only Unix sockets with these paths or names; wildcards are permitted.";

    /// <summary>The help for <see cref="SocketFilter.WithoutOwners"/>.</summary>
    public const string NoOwnerHelp = "Does not look for the processes that hold the sockets, which takes most of the time.";

    private readonly ProcRoot _root;
    private readonly SocketFilter _filter;
    private readonly SocketMatch _match;
    private readonly ReadSummary _summary = new();
    private int _deniedNamespaces;
    private bool _isOfAll;

    /// <summary>The sockets that match the filter.</summary>
    /// <exception cref="ArgumentException">A protocol or an address of the filter is invalid.</exception>
    public SocketQuery(ProcRoot root, SocketFilter? filter = null)
    {
        ArgumentNullException.ThrowIfNull(root);
        _root = root;
        _filter = filter ?? new SocketFilter();
        _match = new SocketMatch(_filter);
    }

    /// <summary>The protocols that a filter can name.</summary>
    public static IReadOnlyList<string> Protocols { get; } = [.. SocketTable.All.Select(table => table.Protocol).Distinct()];

    /// <summary>What may be missing, and why; null if nothing is. It is known after all sockets have been read.</summary>
    public string? Warning
    {
        get
        {
            string owners = _isOfAll && _summary.Denied > 0 && ReadSummary.IsNewsToCaller
                ? $"Owners may be missing: the descriptors of {_summary.Denied} of {_summary.Total} processes could not be read: permission denied. {Explain(Caller.Ptrace)}"
                : "";
            string namespaces = _deniedNamespaces > 0
                ? $" {_deniedNamespaces} network {(_deniedNamespaces == 1 ? "namespace, in which no process lives, was" : "namespaces, in which no process lives, were")} left out: permission denied. {Explain("CAP_SYS_ADMIN")}"
                : "";
            string hidden = _summary.Total > 0 ? _root.HiddenProcessAdvice : "";
            return $"{owners}{namespaces}{hidden}".Trim() is { Length: > 0 } warning ? warning : null;
        }
    }

    /// <summary>An error for each exact name, and for ports, that no socket had.</summary>
    public IEnumerable<ProcException> Unmatched => _match.Unmatched;

    /// <summary>Reads the sockets, those of the caller's network namespace first.</summary>
    /// <param name="selection">The processes whose sockets are read; null for all sockets.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public IEnumerable<Outcome<SocketInfo>> Read(ProcessSelection? selection = null, CancellationToken cancellation = default)
    {
        HashSet<int>? wanted = selection is null or { IsAll: true } ? null : [];
        _isOfAll |= wanted is null;
        foreach (Outcome<SocketHolder> outcome in wanted is null ? [] : ReadHolders(selection!, readsDescriptors: true, new ReadSummary(), cancellation))
        {
            if (outcome.Item is { } named)
            {
                wanted!.Add(named.ProcessId);
            }
            else
            {
                yield return Outcome<SocketInfo>.Failed(outcome.Error!);
            }
        }

        if (wanted is { Count: 0 })
        {
            yield break;
        }

        var holders = new SocketHolders();
        foreach (Outcome<SocketHolder> outcome in ReadHolders(_root.Processes(), wanted is not null || !_filter.WithoutOwners, _summary, cancellation))
        {
            if (outcome.Item is { } holder)
            {
                holders.Add(holder);
            }
            else
            {
                yield return Outcome<SocketInfo>.Failed(outcome.Error!);
            }
        }

        foreach (Outcome<SocketInfo> outcome in ReadAhead.Run<Outcome<SocketInfo>>((emit, stop) => ReadSockets(holders, wanted, emit, stop), cancellation))
        {
            yield return outcome;
        }
    }

    private static string Explain(string capability) => Caller.Current.Explain(capability, "Run as root to see all of them.", "The kernel denies this even to root.");

    private static IEnumerable<Outcome<SocketHolder>> ReadHolders(ProcessSelection selection, bool readsDescriptors, ReadSummary summary, CancellationToken cancellation) =>
        ProcessReading.Run<SocketHolder>(selection, "fd", (process, emit) => SocketHolder.Read(process, readsDescriptors, emit), summary, cancellation);

    private void ReadSockets(SocketHolders holders, HashSet<int>? wanted, Action<Outcome<SocketInfo>> emit, CancellationToken stop)
    {
        MountedNamespaces.Find(_root, holders);
        var sockets = new NamespaceSockets(_root, _match.Tables, error => emit(Outcome<SocketInfo>.Failed(error)), socket =>
        {
            if (!_filter.WithoutOwners || wanted is not null)
            {
                socket.Owners = holders.OwnersOf(socket.Inode);
            }

            if ((wanted is null || socket.Owners!.Any(owner => wanted.Contains(owner.ProcessId))) && _match.Accepts(socket))
            {
                emit(Outcome<SocketInfo>.Of(socket));
            }

            return !stop.IsCancellationRequested;
        });
        foreach (NetworkNamespace space in holders.Namespaces(_root))
        {
            sockets.Read(space);
            stop.ThrowIfCancellationRequested();
        }

        _deniedNamespaces += sockets.Denied;
    }
}
