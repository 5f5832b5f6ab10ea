using System.Text;
using BenchmarkDotNet.Attributes;

namespace ProcFs.Benchmarks;

/// <summary>Parsing lines of kallsyms, and resolving addresses to symbols.</summary>
[MemoryDiagnoser]
public class SymbolParsing
{
    private const int Count = 100_000;
    private const ulong First = 0xffffffff81000000;
    private const ulong Step = 0x40;

    private readonly byte[] _line = "ffffffff81a0b3c0 T vfs_read"u8.ToArray();
    private readonly byte[] _ofModule = "ffffffffc0a0b3c0 t ext4_file_read_iter\t[ext4]"u8.ToArray();
    private readonly KernelSymbolTable _table = Make();

    private ulong _address = First;

    private static KernelSymbolTable Make()
    {
        var table = new KernelSymbolTable();
        for (int i = 0; i < Count; i++)
        {
            _ = SymbolLine.TryParse(Encoding.ASCII.GetBytes($"{First + ((ulong)i * Step):x} T symbol_{i}"), out SymbolLine line);
            table.Add(line);
            table.SetSize(i, (long)Step);
        }

        return table;
    }

    [Benchmark]
    public bool Line() => SymbolLine.TryParse(_line, out _);

    [Benchmark]
    public bool LineOfModule() => SymbolLine.TryParse(_ofModule, out _);

    [Benchmark]
    public SymbolLocation? Find()
    {
        _address = First + ((_address * 2862933555777941757UL) % (Count * Step));
        return _table.Find(_address);
    }
}
