using ProcFs.IO;
using ProcFs.Text;
using ProcFs.Tree;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/kallsyms</c>: a symbol of the kernel, a module or a BPF program. Names repeat and share addresses. Source:
/// kernel/kallsyms.c, nm(1) for the types.
/// </summary>
public sealed class KernelSymbol : ITable<KernelSymbol>
{
    private readonly KernelSymbolTable _table;
    private readonly int _index;
    private string? _name;

    internal KernelSymbol(KernelSymbolTable table, int index)
    {
        _table = table;
        _index = index;
    }

    /// <summary>The address; null if the kernel hides addresses from the reader (kernel.kptr_restrict).</summary>
    [Unit(Unit.Address)] public ulong? Address => _table.AddressOf(_index);

    /// <summary>The type letter of nm(1): T code, D data, B bss, R read-only, W weak; upper case is global, lower case is local.</summary>
    public char Type => _table.TypeOf(_index);

    /// <summary>The name.</summary>
    public string Name => _name ??= _table.TextOf(_index);

    /// <summary>The module of the symbol; null for the kernel itself. BPF programs have the pseudo module "bpf".</summary>
    public string? Module => _table.ModuleOf(_index);

    /// <summary>The number of bytes to the next symbol of the kernel, or of the same module; null for the last symbol and if addresses are hidden.</summary>
    [Unit(Unit.Bytes)] public long? Size => _table.SizeOf(_index);

    /// <summary>Whether it is visible to all source files of the kernel.</summary>
    public bool IsGlobal => char.IsAsciiLetterUpper(Type);

    internal static View View => new(
        typeof(KernelSymbol),
        new(nameof(Address), 16),
        new(nameof(Type), 4),
        new(nameof(Size), 8),
        new(nameof(Name)),
        new(nameof(Module), 20));

    /// <summary>The line of kallsyms, without the address if that is hidden.</summary>
    public override string ToString() =>
        DisplayText.Escape($"{Address:x16} {Type} {Name}{(Module is null ? "" : $" [{Module}]")}").TrimStart();

    /// <summary>Reads the symbols that the filter selects, in the kernel's order.</summary>
    /// <param name="root">The /proc to read.</param>
    /// <param name="filter">The filter.</param>
    /// <param name="isFresh">Whether to read them also if they are known from before.</param>
    /// <param name="cancellation">Stops the reading.</param>
    internal static IEnumerable<Outcome<KernelSymbol>> Read(ProcRoot root, KernelSymbolFilter filter, bool isFresh = false, CancellationToken cancellation = default)
    {
        byte[]? state = KernelSymbolCache.StateOf(root);
        return !isFresh && KernelSymbolCache.Find(state) is { } known
            ? Select(known, filter, cancellation).Select(Outcome<KernelSymbol>.Of)
            : ReadAhead.Run<Outcome<KernelSymbol>>((emit, stop) => ReadAll(root, filter, state, emit, stop), cancellation);
    }

    /// <summary>All symbols, for questions about addresses.</summary>
    internal static KernelSymbolTable ReadTable(ProcRoot root, Action<ProcException> report, CancellationToken cancellation)
    {
        byte[]? state = KernelSymbolCache.StateOf(root);
        if (KernelSymbolCache.Find(state) is { } known)
        {
            return known;
        }

        var reader = new KernelSymbolReader(new ProcSource(root, "kallsyms") { Report = report }, KernelSymbolFilter.None, _ => true);
        KernelSymbolCache.Keep(state, reader.Read(cancellation));
        return reader.Table;
    }

    /// <summary>The reason why addresses are null, and how to see them.</summary>
    internal static string WhyHidden(ProcRoot root)
    {
        ArgumentNullException.ThrowIfNull(root);
        string? restriction = root.TextOf("sys/kernel/kptr_restrict");
        string setting = restriction is null ? "kernel.kptr_restrict forbids it" : $"kernel.kptr_restrict is {restriction}";

        // If that setting allows users to see them, they also need permission to profile the kernel (kallsyms_show_value()).
        bool isMeasured = restriction == "0";
        string measured = isMeasured ? $" and kernel.perf_event_paranoid {root.TextOf("sys/kernel/perf_event_paranoid") ?? "unknown"}" : "";
        string asRoot = isMeasured ? "It needs root (CAP_SYSLOG), or 1 or less for the latter." : "It needs root (CAP_SYSLOG), and a setting below 2.";
        string remedy = root.IsLive ? Caller.Current.Explain(Caller.Syslog, asRoot, "It needs a setting below 2, or a kernel that is not locked down.") : asRoot;
        return $"The kernel hides the addresses of its symbols from you: {setting}{measured}. {remedy}";
    }

    static string IRow<KernelSymbol>.NameOf(KernelSymbol row) => row.Name;

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<KernelSymbol, bool> emit) => ReadRows(source, KernelSymbolFilter.None, emit);

    /// <inheritdoc/>
    public static KernelSymbol? Find(ProcSource source, string name)
    {
        // Only symbols with the name itself, or with the part before a "~2", count for it.
        int end = name.LastIndexOf('~');
        string[] exact = end > 0 ? [name, name[..end]] : [name];
        var filter = new KernelSymbolFilter { Exact = [.. exact.Select(text => LosslessText.Encode(text))] };
        return RowNames.Find<KernelSymbol>(source, (from, emit) => ReadRows(from, filter, emit), symbol => symbol.Name, name);
    }

    private static void ReadRows(ProcSource source, KernelSymbolFilter filter, Func<KernelSymbol, bool> emit)
    {
        byte[]? state = KernelSymbolCache.StateOf(source.Root);
        if (KernelSymbolCache.Find(state) is { } known)
        {
            _ = Select(known, filter, CancellationToken.None).All(emit);
        }
        else
        {
            KernelSymbolCache.Keep(state, new KernelSymbolReader(source, filter, emit).Read(CancellationToken.None));
        }
    }

    private static IEnumerable<KernelSymbol> Select(KernelSymbolTable table, KernelSymbolFilter filter, CancellationToken cancellation)
    {
        for (int i = 0; i < table.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (table.IsAccepted(filter, i))
            {
                yield return table[i];
            }
        }
    }

    private static void ReadAll(ProcRoot root, KernelSymbolFilter filter, byte[]? state, Action<Outcome<KernelSymbol>> emit, CancellationToken stop)
    {
        try
        {
            var source = new ProcSource(root, "kallsyms") { Report = error => emit(Outcome<KernelSymbol>.Failed(error)) };
            var reader = new KernelSymbolReader(source, filter, symbol =>
            {
                emit(Outcome<KernelSymbol>.Of(symbol));
                return true;
            });
            KernelSymbolCache.Keep(state, reader.Read(stop));
        }
        catch (ProcException error)
        {
            emit(Outcome<KernelSymbol>.Failed(error));
        }
    }
}
