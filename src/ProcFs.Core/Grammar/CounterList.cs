using ProcFs.Text;

namespace ProcFs.Grammar;

/// <summary>All fields of a file that are numbers, in the order of the file, for questions about any of them; the grammars fill it as an object without properties.</summary>
internal sealed class CounterList : IFields
{
    private readonly List<(string Key, long Value)> _counters = [];

    /// <summary>The numbers by key; one beyond the largest value is the largest.</summary>
    public IReadOnlyList<(string Key, long Value)> Counters => _counters;

    public KeyTable Keys => default;

    public bool IsWhole => true;

    public bool HasMalformed => false;

    public bool Set(int field, ReadOnlySpan<byte> text, ProcSource source) => false;

    public void Keep(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value, ProcSource source)
    {
        bool isLarge = !Number.TryInt64(value, out long count) && Number.TryUInt64(value, out _);
        if (isLarge || Number.TryInt64(value, out count))
        {
            _counters.Add((LosslessText.Decode(key), isLarge ? long.MaxValue : count));
        }
    }

    public bool IsExact(int key) => false;
}
