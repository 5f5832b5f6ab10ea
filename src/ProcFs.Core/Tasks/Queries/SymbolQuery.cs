namespace ProcFs;

/// <summary>Kernel symbols, by name, module and type, or by an address in them.</summary>
public sealed class SymbolQuery
{
    /// <summary>The help for the names.</summary>
    public const string NameHelp = "The names of the symbols; wildcards are permitted.";

    /// <summary>The help for the modules.</summary>
    public const string ModuleHelp = "Only symbols of these modules; wildcards are permitted.";

    /// <summary>The help for the types.</summary>
    public const string TypeHelp = "Only symbols of these types, with the letters of nm: T code, D data; lower case for local symbols.";

    /// <summary>The help for the addresses.</summary>
    public const string AddressHelp = "The addresses to resolve, in hexadecimal.";

    private readonly ProcRoot _root;
    private readonly RowFilter _names;
    private readonly RowFilter _modules;
    private readonly KernelSymbolFilter _filter;
    private KernelSymbolTable? _table;
    private bool _isHidden;

    /// <summary>Selects the symbols that match all filters; null matches all.</summary>
    public SymbolQuery(ProcRoot root, IReadOnlyList<string>? names = null, IReadOnlyList<string>? modules = null, IReadOnlyList<char>? types = null)
    {
        _root = root;
        _names = new RowFilter(names, "No kernel symbol is named");
        _modules = new RowFilter(modules, "No symbol belongs to a module named");
        _filter = new KernelSymbolFilter { Names = _names.Patterns, Modules = _modules.Patterns, Types = types };
    }

    /// <summary>The help for <see cref="IsFresh"/>.</summary>
    public const string FreshHelp = "Reads the symbols of the running kernel also if they are known from an earlier call and no module has come or gone.";

    /// <summary>
    /// Whether the symbols are read also if they are known from before. They are kept until the loaded modules change; symbols of BPF programs and of the tracer come and go
    /// without that.
    /// </summary>
    public bool IsFresh { get; init; }

    /// <summary>The reason why addresses of the returned symbols were null; null if none was. It is known once all have been read.</summary>
    public string? Warning => _isHidden ? KernelSymbol.WhyHidden(_root) : null;

    /// <summary>An error for each exact name that no symbol has had. A module is not reported as missing if the name is the reason.</summary>
    public IEnumerable<ProcException> Unmatched => [.. _names.Unmatched, .. _names.Patterns is null ? _modules.Unmatched : []];

    /// <summary>The symbols, in the kernel's order.</summary>
    public IEnumerable<Outcome<KernelSymbol>> Read(CancellationToken cancellation = default)
    {
        foreach (Outcome<KernelSymbol> outcome in KernelSymbol.Read(_root, _filter, IsFresh, cancellation))
        {
            if (outcome.Item is { } symbol)
            {
                _isHidden |= symbol.Address is null;

                // The text of a name is made only where it is needed.
                _ = _names.Patterns is null || _names.Accepts(symbol.Name);
                _ = _modules.Patterns is null || _modules.Accepts(symbol.Module);
            }

            yield return outcome;
        }
    }

    /// <summary>The symbol that contains each address. The symbols are read once; if the kernel hides their addresses, that is the only error.</summary>
    public IEnumerable<Outcome<SymbolLocation>> Locate(IReadOnlyList<ulong> addresses, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        if (_table is null)
        {
            var errors = new List<ProcException>();
            try
            {
                _table = KernelSymbol.ReadTable(_root, errors.Add, cancellation);
            }
            catch (ProcException error)
            {
                errors.Add(error);
            }

            foreach (ProcException error in errors)
            {
                yield return Outcome<SymbolLocation>.Failed(error);
            }

            _table ??= new KernelSymbolTable();
            if (_table.IsHidden)
            {
                yield return Outcome<SymbolLocation>.Failed(
                    new ProcException(ProcErrorKind.AccessDenied, _root.PathOf("kallsyms"), $"{KernelSymbol.WhyHidden(_root)}"));
            }
        }

        foreach (ulong address in _table.IsHidden ? [] : addresses)
        {
            yield return _table.Find(address) is { } location ? Outcome<SymbolLocation>.Of(location) : Outcome<SymbolLocation>.Failed(Missing(address));
        }
    }

    private ProcException Missing(ulong address) =>
        new(ProcErrorKind.NotFound, _root.PathOf("kallsyms"), $"No kernel symbol contains the address 0x{address:x}.") { Target = address };
}
