using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/ksyms</c> of Linux 2.4: a symbol that the kernel or a module exports to modules; newer kernels have kallsyms instead. Source: s_show() of
/// kernel/module.c in Linux 2.4.
/// </summary>
public sealed class ExportedSymbol : ILine<ExportedSymbol>, IRow<ExportedSymbol>
{
    private ExportedSymbol()
    {
    }

    /// <summary>The address.</summary>
    [Unit(Unit.Address)] public required ulong Address { get; init; }

    /// <summary>The name, with the checksum of its type if the kernel has them: <c>printk_R1b7d4074</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The module; null for the kernel itself.</summary>
    public required string? Module { get; init; }

    static string ILine<ExportedSymbol>.Form => "an address and a name";

    internal static View View => new(
        typeof(ExportedSymbol),
        new(nameof(Address), 16),
        new(nameof(Name), 40),
        new(nameof(Module)));

    /// <summary>The name.</summary>
    public override string ToString() => DisplayText.Escape(Name);

    static string IRow<ExportedSymbol>.NameOf(ExportedSymbol row) => row.Name;

    /// <inheritdoc/>
    public static ExportedSymbol? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        // "c8805060 ext3_bread_R5a2b1c3d	[ext3]"
        var words = new FieldScanner(line);
        bool isAddress = Number.TryHex(words.Next(), out ulong address);
        ReadOnlySpan<byte> name = words.Next();
        ReadOnlySpan<byte> module = words.Next();
        return !isAddress || name.IsEmpty ? null : new ExportedSymbol
        {
            Address = address,
            Name = source.Intern(name),
            Module = module.IsEmpty ? null : source.Intern(module is [(byte)'[', .. var inner, (byte)']'] ? inner : module),
        };
    }
}
