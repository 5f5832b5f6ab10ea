using ProcFs.Views;

namespace ProcFs;

/// <summary>An address in the kernel, as the nearest symbol at or below it and the distance from there.</summary>
public sealed class SymbolLocation
{
    private readonly KernelSymbol _symbol;

    internal SymbolLocation(ulong address, KernelSymbol symbol)
    {
        Address = address;
        _symbol = symbol;
    }

    /// <summary>The address that was asked for.</summary>
    [Unit(Unit.Address)] public ulong Address { get; }

    /// <summary>The name of the nearest symbol.</summary>
    public string Name => _symbol.Name;

    /// <summary>Bytes from the symbol to the address.</summary>
    public long Offset => (long)(Address - SymbolAddress);

    /// <summary>Bytes from the symbol to the next one; null if there is none.</summary>
    [Unit(Unit.Bytes)] public long? Size => _symbol.Size;

    /// <summary>The module it belongs to; null for the kernel itself.</summary>
    public string? Module => _symbol.Module;

    /// <summary>The symbol's kind, as nm(1) has it.</summary>
    public char Type => _symbol.Type;

    /// <summary>Where the symbol is.</summary>
    [Unit(Unit.Address)] public ulong SymbolAddress => _symbol.Address!.Value;

    internal static View View => new(
        typeof(SymbolLocation),
        new(nameof(Address), 16),
        new(nameof(Name)) { Label = "Symbol", With = [nameof(Offset)], Show = Cells.SymbolPlace },
        new(nameof(Module), 20));

    /// <summary>The symbol and the offset, as the kernel's own traces write them: <c>vfs_read+0x17</c>.</summary>
    public override string ToString() => Offset == 0 ? Name : $"{Name}+0x{Offset:x}";
}
