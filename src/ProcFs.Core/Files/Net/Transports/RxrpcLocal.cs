using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/rxrpc/locals</c>: an address on which RxRPC sends and receives. Source: rxrpc_local_seq_show() of net/rxrpc/proc.c.
/// </summary>
[Fields(Ignored = ["Proto"])]
public sealed partial class RxrpcLocal : ITable<RxrpcLocal>
{
    private RxrpcLocal()
    {
    }

    /// <summary>The local address and port, in a form that <see cref="System.Net.IPEndPoint"/> parses; null if there is none.</summary>
    [Key("Local", Parser = nameof(TryEndPoint)), Unit(Unit.EndPoint)] public string? LocalEndPoint { get; private set; }

    /// <summary>The number of references to the endpoint in the kernel.</summary>
    [Key("Use")] public long? References { get; private set; }

    /// <summary>The number of users of the endpoint.</summary>
    [Key("Act")] public long? Active { get; private set; }

    /// <summary>The number of packets that wait to be handled.</summary>
    [Key("RxQ")] public long? ReceiveQueue { get; private set; }

    /// <summary>Columns unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(RxrpcLocal),
        new(nameof(LocalEndPoint), 47),
        new(nameof(References), 10),
        new(nameof(Active), 6),
        new(nameof(ReceiveQueue), 12));

    /// <summary>The address: <c>0.0.0.0:7001</c>.</summary>
    public override string ToString() => LocalEndPoint ?? "?";

    static string IRow<RxrpcLocal>.NameOf(RxrpcLocal row) => $"{row.LocalEndPoint}".Replace(':', '_');

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<RxrpcLocal, bool> emit) => HeaderedLines.Read(source, static _ => new RxrpcLocal(), emit);

    private static bool TryEndPoint(ReadOnlySpan<byte> value, ProcSource source, out string? endPoint) => RxrpcColumn.TryEndPoint(value, source, out endPoint);
}
