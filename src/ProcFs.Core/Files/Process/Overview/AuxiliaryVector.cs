using System.Buffers.Binary;

namespace ProcFs;

/// <summary>The pairs of an auxiliary vector, in words of the size and byte order of the process. The file does not say which: its types do, which are small numbers.</summary>
internal readonly ref struct AuxiliaryVector
{
    private const ulong EndOfVector = 0;

    // The largest type that a kernel passes is 51, AT_MINSIGSTKSZ; of IA-64 and of user space no one reaches this.
    private const ulong LargestType = 1023;

    private readonly ReadOnlySpan<byte> _bytes;

    /// <summary>The vector in the content of <c>auxv</c>.</summary>
    /// <param name="bytes">The content.</param>
    public AuxiliaryVector(ReadOnlySpan<byte> bytes)
    {
        _bytes = bytes;
        WordSize = sizeof(ulong);
        foreach ((int size, bool isBigEndian) in (ReadOnlySpan<(int, bool)>)[(8, false), (8, true), (4, false), (4, true)])
        {
            if (Fits(bytes, size, isBigEndian))
            {
                (WordSize, IsBigEndian, IsKnown) = (size, isBigEndian, true);
                return;
            }
        }
    }

    /// <summary>Whether the content has the form of a vector, and so tells size and byte order.</summary>
    public bool IsKnown { get; }

    /// <summary>The size of a word, in bytes: 4 or 8.</summary>
    public int WordSize { get; }

    /// <summary>Whether the most significant byte comes first.</summary>
    public bool IsBigEndian { get; }

    /// <summary>The number of pairs before the end of the vector.</summary>
    public int Count
    {
        get
        {
            int count = 0;
            while ((count + 1) * 2 * WordSize <= _bytes.Length && TypeAt(count) != EndOfVector)
            {
                count++;
            }

            return count;
        }
    }

    /// <summary>The type of a pair.</summary>
    /// <param name="index">Its position, from 0.</param>
    public ulong TypeAt(int index) => Word(_bytes[(2 * index * WordSize)..], WordSize, IsBigEndian);

    /// <summary>The value of a pair.</summary>
    /// <param name="index">Its position, from 0.</param>
    public ulong ValueAt(int index) => Word(_bytes[(((2 * index) + 1) * WordSize)..], WordSize, IsBigEndian);

    private static bool Fits(ReadOnlySpan<byte> bytes, int size, bool isBigEndian)
    {
        int pairs = 0;
        for (; bytes.Length >= 2 * size; bytes = bytes[(2 * size)..], pairs++)
        {
            ulong type = Word(bytes, size, isBigEndian);
            if (type == EndOfVector)
            {
                break;
            }

            if (type > LargestType)
            {
                return false;
            }
        }

        return pairs > 0;
    }

    private static ulong Word(ReadOnlySpan<byte> bytes, int size, bool isBigEndian) => (size, isBigEndian) switch
    {
        (sizeof(uint), false) => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        (sizeof(uint), true) => BinaryPrimitives.ReadUInt32BigEndian(bytes),
        (_, false) => BinaryPrimitives.ReadUInt64LittleEndian(bytes),
        (_, true) => BinaryPrimitives.ReadUInt64BigEndian(bytes),
    };
}
