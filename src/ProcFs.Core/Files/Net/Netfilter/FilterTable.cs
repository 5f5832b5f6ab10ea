using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/ip_tables_names</c>, <c>ip6_tables_names</c> and <c>arp_tables_names</c>: a loaded table of the packet filter. Only root can read
/// it. Source: xt_table_seq_show() of net/netfilter/x_tables.c.
/// </summary>
public sealed class FilterTable : ILine<FilterTable>, IRow<FilterTable>
{
    private FilterTable()
    {
    }

    /// <summary>The name: <c>filter</c>, <c>nat</c>, <c>mangle</c>.</summary>
    public string Name { get; private init; } = "";

    static string ILine<FilterTable>.Form => "a name";

    internal static View View => new(
        typeof(FilterTable),
        new Column(nameof(Name)));

    /// <summary>The name.</summary>
    public override string ToString() => DisplayText.Escape(Name);

    static string IRow<FilterTable>.NameOf(FilterTable row) => row.Name;

    /// <inheritdoc/>
    public static FilterTable? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        ReadOnlySpan<byte> text = Value.Trim(line);
        return text.IsEmpty ? null : new FilterTable { Name = source.Intern(text) };
    }
}
