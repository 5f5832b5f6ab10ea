using ProcFs.Fixtures;
using ProcFs.Text;

namespace ProcFs;

public sealed class SymbolLineTests
{
    [Theory]
    [InlineData("ffffffff81a0b3c0 T vfs_read", 0xffffffff81a0b3c0UL, 'T', "vfs_read", "")]
    [InlineData("0000000000000000 A fixed_percpu_data", 0UL, 'A', "fixed_percpu_data", "")]
    [InlineData("ffffffffc0a01000 t x\t[ext4]", 0xffffffffc0a01000UL, 't', "x", "ext4")]
    [InlineData("ffffffffc0a01000 t bpf_prog_6deef7357e7b4530_a b\t[bpf]", 0xffffffffc0a01000UL, 't', "bpf_prog_6deef7357e7b4530_a b", "bpf")]
    [InlineData("c0008000 T _text", 0xc0008000UL, 'T', "_text", "")]
    [InlineData("1 ? $x.1", 1UL, '?', "$x.1", "")]
    [InlineData("          (null) A irq_stack_union", 0UL, 'A', "irq_stack_union", "")]
    [InlineData("(null) D x\t[ext4]", 0UL, 'D', "x", "ext4")]
    public void Is_address_type_name_module(string text, ulong address, char type, string name, string module)
    {
        Assert.True(SymbolLine.TryParse(Sources.Latin1(text), out SymbolLine line));
        Assert.Equal((address, type), (line.Address, line.Type));
        Assert.Equal(name, LosslessText.Decode(line.Name));
        Assert.Equal(module, LosslessText.Decode(line.Module));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("ffffffff81a0b3c0")]
    [InlineData("ffffffff81a0b3c0 T")]
    [InlineData("ffffffff81a0b3c0 T ")]
    [InlineData("ffffffff81a0b3c0 TT vfs_read")]
    [InlineData("xyz T vfs_read")]
    [InlineData("   (null)")]
    [InlineData("   (nil) T x")]
    [InlineData("(null)T x")]
    [InlineData("  ffffffff81a0b3c0 T vfs_read")]
    [InlineData("fffffffff81a0b3c01 T vfs_read")]
    [InlineData("ffffffff81a0b3c0 T vfs_read\text4")]
    [InlineData("ffffffff81a0b3c0 T vfs_read\t[ext4")]
    [InlineData("ffffffff81a0b3c0 T \t[ext4]")]
    public void Rejects_an_invalid_symbol(string text) => Assert.False(SymbolLine.TryParse(Sources.Latin1(text), out _));
}
