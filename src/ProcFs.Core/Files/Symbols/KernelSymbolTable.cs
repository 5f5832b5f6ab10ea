namespace ProcFs;

/// <summary>The symbols by address, to find the one that an address lies in.</summary>
internal sealed class KernelSymbolTable
{
    private readonly ulong[] _addresses;
    private readonly KernelSymbol[] _symbols;

    private KernelSymbolTable(KernelSymbol[] sorted, bool isHidden)
    {
        IsHidden = isHidden;
        _symbols = sorted;
        _addresses = [.. sorted.Select(symbol => symbol.Address!.Value)];
    }

    /// <summary>Whether the kernel hid all addresses from the reader.</summary>
    public bool IsHidden { get; }

    /// <summary>Makes the table; symbols without an address are left out, and those that mark code and data.</summary>
    public static KernelSymbolTable Of(IEnumerable<KernelSymbol> symbols)
    {
        KernelSymbol[] all = [.. symbols];
        KernelSymbol[] sorted = [.. all.Where(symbol => symbol.Address is not null && !MappingSymbol.Is(symbol.Name)).OrderBy(symbol => symbol.Address)];
        return new KernelSymbolTable(sorted, isHidden: all.Length > 0 && all.All(symbol => symbol.Address is null));
    }

    /// <summary>
    /// The nearest symbol at or below an address; null if the address lies below all symbols, or behind the end of the last one of its area. Of several symbols at
    /// one address it is the first of kallsyms, as in the kernel's own traces.
    /// </summary>
    public SymbolLocation? Find(ulong address)
    {
        int index = Array.BinarySearch(_addresses, address);
        index = index >= 0 ? index : ~index - 1;
        if (index < 0 || (address ^ _addresses[index]) >> 63 != 0)
        {
            return null;
        }

        while (index > 0 && _addresses[index - 1] == _addresses[index])
        {
            index--;
        }

        KernelSymbol symbol = _symbols[index];
        bool isBehind = symbol.Size is { } size ? address - _addresses[index] >= (ulong)size : address != _addresses[index];
        return isBehind ? null : new SymbolLocation(address, symbol);
    }
}
