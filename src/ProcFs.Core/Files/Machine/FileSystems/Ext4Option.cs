using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/fs/ext4/&lt;device&gt;/options</c>: a mount option in effect, including defaults. Source: ext4_seq_options_show() of fs/ext4/super.c.
/// </summary>
public sealed class Ext4Option : ILine<Ext4Option>, IRow<Ext4Option>
{
    private Ext4Option()
    {
    }

    /// <summary>The option: <c>delalloc</c>, <c>commit</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The value; null if it has none.</summary>
    public required string? Value { get; init; }

    static string ILine<Ext4Option>.Form => "an option, and its value behind an equals sign";

    internal static View View => new(
        typeof(Ext4Option),
        new(nameof(Name), 24),
        new(nameof(Value)));

    /// <summary>The option as the kernel writes it: <c>commit=5</c>.</summary>
    public override string ToString() => DisplayText.Escape(Value is null ? Name : $"{Name}={Value}");

    static string IRow<Ext4Option>.NameOf(Ext4Option row) => row.Name;

    /// <inheritdoc/>
    public static Ext4Option? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        int equals = line.IndexOf((byte)'=');
        return line.IsEmpty ? null : new Ext4Option
        {
            Name = source.Intern(equals < 0 ? line : line[..equals]),
            Value = equals < 0 ? null : source.Intern(line[(equals + 1)..]),
        };
    }
}
