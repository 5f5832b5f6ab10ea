using System.Buffers.Text;
using ProcFs.Text;

namespace ProcFs.IO;

/// <summary>What one reading thread reuses from file to file: buffers and the texts it has met.</summary>
internal sealed class ReadScope
{
    private const int IdentitySize = 4096;

    private readonly byte[] _number = new byte[32];

    /// <summary>Holds the file that is being parsed.</summary>
    public ReadBuffer File => field ??= new ReadBuffer();

    /// <summary>Holds what tells who the process is, while <see cref="File"/> is being parsed.</summary>
    public ReadBuffer Identity => field ??= new ReadBuffer(IdentitySize);

    /// <summary>Lists folders.</summary>
    public DirectoryReader Directory => field ??= new DirectoryReader();

    /// <summary>Texts that repeat: process names, targets of descriptors.</summary>
    public TextPool Names => field ??= new TextPool();

    /// <summary>Sets of CPUs and memory nodes, which repeat.</summary>
    public IndexSetPool IndexSets => field ??= new IndexSetPool();

    /// <summary>What links lead to.</summary>
    public LinkTargets Targets => field ??= new LinkTargets(Names);

    /// <summary>The prefix and the number as a name that ends with NUL; valid until the next call.</summary>
    public ReadOnlySpan<byte> NameOf(ReadOnlySpan<byte> prefix, int number)
    {
        prefix.CopyTo(_number);
        _ = Utf8Formatter.TryFormat(number, _number.AsSpan(prefix.Length), out int length);
        length += prefix.Length;
        _number[length] = 0;
        return _number.AsSpan(0, length + 1);
    }

    /// <summary>The number as a name that ends with NUL; valid until the next call.</summary>
    public ReadOnlySpan<byte> NameOf(int number) => NameOf([], number);
}
