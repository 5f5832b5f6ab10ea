namespace ProcFs;

/// <summary>
/// Symbols that only mark where code of one kind ends and another, or data, begins, as the linkers of arm, arm64 and riscv leave them: <c>$x</c>, <c>$d.12</c>, and
/// local labels. The kernel resolves no address to them. Source: is_mapping_symbol() of include/linux/module_symbol.h.
/// </summary>
internal static class MappingSymbol
{
    public static bool Is(ReadOnlySpan<byte> name) => name is [(byte)'$', ..] or [(byte)'.', (byte)'L', ..] or [(byte)'L', (byte)'0', ..];

    public static bool Is(string name) => name is ['$', ..] or ['.', 'L', ..] or ['L', '0', ..];
}
