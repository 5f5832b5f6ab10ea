using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/tty/ldiscs</c>: a line discipline, which processes the bytes between a terminal and programs. Source: tty_ldiscs_seq_show() of
/// drivers/tty/tty_ldisc.c.
/// </summary>
public sealed class LineDiscipline : ILine<LineDiscipline>, IRow<LineDiscipline>
{
    private LineDiscipline()
    {
    }

    /// <summary>The name: <c>n_tty</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The number by which programs select it (TIOCSETD).</summary>
    public required int Number { get; init; }

    static string ILine<LineDiscipline>.Form => "a name and a number";

    internal static View View => new(
        typeof(LineDiscipline),
        new(nameof(Name), 14),
        new(nameof(Number), 6));

    /// <summary>The name.</summary>
    public override string ToString() => DisplayText.Escape(Name);

    static string IRow<LineDiscipline>.NameOf(LineDiscipline row) => row.Name;

    /// <inheritdoc/>
    public static LineDiscipline? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var words = new FieldScanner(line);
        ReadOnlySpan<byte> name = words.Next();
        return words.TryInt32(out int number) ? new LineDiscipline { Name = source.Intern(name), Number = number } : null;
    }
}
