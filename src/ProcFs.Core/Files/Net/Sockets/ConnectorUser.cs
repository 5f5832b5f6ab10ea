using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/connector</c>: a kernel service that programs reach through a netlink connector. Source: cn_proc_show() of
/// drivers/connector/connector.c.
/// </summary>
[Fields]
public sealed partial class ConnectorUser : ITable<ConnectorUser>
{
    private ConnectorUser()
    {
    }

    /// <summary>The name: <c>cn_proc</c>.</summary>
    [Key("Name")] public string Name { get; private set; } = "";

    /// <summary>The first part of its id, which is also the netlink group.</summary>
    [Key("ID", Parser = nameof(TryIndex))] public uint? IndexNumber { get; private set; }

    /// <summary>The second part of its id.</summary>
    [Key("ID", Parser = nameof(TryValue))] public uint? ValueNumber { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(ConnectorUser),
        new(nameof(Name), 20),
        new(nameof(IndexNumber), 11),
        new(nameof(ValueNumber), 11));

    /// <summary>The name and the id: <c>cn_proc 1:1</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Name} {IndexNumber}:{ValueNumber}");

    static string IRow<ConnectorUser>.NameOf(ConnectorUser row) => row.Name;

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<ConnectorUser, bool> emit) => HeaderedLines.Read(source, static _ => new ConnectorUser(), emit);

    private static bool TryIndex(ReadOnlySpan<byte> value, ProcSource source, out uint? index)
    {
        bool parsed = Number.TryUInt32(value[..Math.Max(value.IndexOf((byte)':'), 0)], out uint number);
        index = number;
        return parsed;
    }

    private static bool TryValue(ReadOnlySpan<byte> value, ProcSource source, out uint? number)
    {
        bool parsed = Number.TryUInt32(value[(value.IndexOf((byte)':') + 1)..], out uint part);
        number = part;
        return parsed && value.Contains((byte)':');
    }
}
