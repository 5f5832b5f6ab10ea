using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/execdomains</c>: a range of personalities with the same execution domain. Since 4.1 there is only one line. Source:
/// execdomains_proc_show() of kernel/exec_domain.c.
/// </summary>
public sealed class ExecutionDomain : ILine<ExecutionDomain>, IRow<ExecutionDomain>
{
    private ExecutionDomain()
    {
    }

    /// <summary>The first personality of the range.</summary>
    public required int First { get; init; }

    /// <summary>The last personality of the range.</summary>
    public required int Last { get; init; }

    /// <summary>The name: <c>Linux</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The implementation: <c>kernel</c>, or the name of a module.</summary>
    public required string Module { get; init; }

    static string ILine<ExecutionDomain>.Form => "two numbers with a dash between, a name and a module in brackets";

    internal static View View => new(
        typeof(ExecutionDomain),
        new(nameof(First), 6),
        new(nameof(Last), 6),
        new(nameof(Name), 16),
        new(nameof(Module)));

    /// <summary>The name.</summary>
    public override string ToString() => DisplayText.Escape(Name);

    static string IRow<ExecutionDomain>.NameOf(ExecutionDomain row) => row.Name;

    /// <inheritdoc/>
    public static ExecutionDomain? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var words = new FieldScanner(line);
        ReadOnlySpan<byte> range = words.Next();
        int dash = range.IndexOf((byte)'-');
        int bracket = words.Rest.LastIndexOf((byte)'[');
        if (dash < 1 || bracket < 0 || !Number.TryInt32(range[..dash], out int first) | !Number.TryInt32(range[(dash + 1)..], out int last))
        {
            return null;
        }

        return new ExecutionDomain
        {
            First = first,
            Last = last,
            Name = source.Intern(Value.Trim(words.Rest[..bracket])),
            Module = source.Intern(words.Rest[(bracket + 1)..].TrimEnd((byte)']')),
        };
    }
}
