using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/ip_tables_matches</c>, <c>ip_tables_targets</c> and their files for IPv6 and ARP: a loaded match or target of the packet filter.
/// Each revision has a line of its own. Source: xt_mttg_seq_next() of net/netfilter/x_tables.c.
/// </summary>
public sealed class FilterExtension : ILine<FilterExtension>, IRow<FilterExtension>
{
    private FilterExtension()
    {
    }

    /// <summary>The name: <c>conntrack</c>, <c>REJECT</c>.</summary>
    public string Name { get; private init; } = "";

    static string ILine<FilterExtension>.Form => "a name";

    internal static View View => new(
        typeof(FilterExtension),
        new Column(nameof(Name)));

    /// <summary>The name.</summary>
    public override string ToString() => DisplayText.Escape(Name);

    static string IRow<FilterExtension>.NameOf(FilterExtension row) => row.Name;

    /// <inheritdoc/>
    public static FilterExtension? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        ReadOnlySpan<byte> text = Value.Trim(line);
        return text.IsEmpty ? null : new FilterExtension { Name = source.Intern(text) };
    }
}
