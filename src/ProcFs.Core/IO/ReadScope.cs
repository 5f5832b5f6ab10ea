using System.Buffers.Text;
using ProcFs.Text;

namespace ProcFs.IO;

/// <summary>The data that a reading thread reuses from file to file: buffers and cached texts.</summary>
internal sealed class ReadScope
{
    private const int IdentitySize = 4096;

    private readonly byte[] _number = new byte[32];

    /// <summary>The file that is being parsed.</summary>
    public ReadBuffer File => field ??= new ReadBuffer();

    /// <summary>The files about the identity of the process, while <see cref="File"/> is being parsed.</summary>
    public ReadBuffer Identity => field ??= new ReadBuffer(IdentitySize);

    /// <summary>The lister of directories.</summary>
    public DirectoryReader Directory => field ??= new DirectoryReader();

    /// <summary>The cache of repeated texts: process names, targets of descriptors.</summary>
    public TextPool Names => field ??= new TextPool();

    /// <summary>The cache of sets of CPUs and memory nodes.</summary>
    public IndexSetPool IndexSets => field ??= new IndexSetPool();

    /// <summary>The cache of link targets.</summary>
    public LinkTargets Targets => field ??= new LinkTargets(Names);

    /// <summary>The prefix, the number and the suffix as a NUL-terminated name; valid until the next call.</summary>
    public ReadOnlySpan<byte> NameOf(ReadOnlySpan<byte> prefix, int number, ReadOnlySpan<byte> suffix = default)
    {
        prefix.CopyTo(_number);
        _ = Utf8Formatter.TryFormat(number, _number.AsSpan(prefix.Length), out int length);
        length += prefix.Length;
        suffix.CopyTo(_number.AsSpan(length));
        length += suffix.Length;
        _number[length] = 0;
        return _number.AsSpan(0, length + 1);
    }

    /// <summary>The number as a NUL-terminated name; valid until the next call.</summary>
    public ReadOnlySpan<byte> NameOf(int number) => NameOf([], number);
}
