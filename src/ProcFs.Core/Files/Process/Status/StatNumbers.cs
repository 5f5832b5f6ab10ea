using System.Runtime.CompilerServices;
using ProcFs.Text;

namespace ProcFs;

/// <summary>The numbers of a <c>stat</c> line by the numbers that proc_pid_stat(5) gives the fields.</summary>
internal readonly ref struct StatNumbers
{
    private const int FirstField = 4;

    // Fields of the oldest kernels that are read (2.6).
    private const int FewestFields = 41;

    private readonly Values _values;
    private readonly ReadOnlySpan<byte> _rest;
    private readonly int _last;
    private readonly SystemFacts _facts;

    private StatNumbers(Values values, int last, ReadOnlySpan<byte> rest, SystemFacts facts)
    {
        _values = values;
        _last = last;
        _rest = rest;
        _facts = facts;
    }

    public static bool TryParse(ReadOnlySpan<byte> text, SystemFacts facts, out StatNumbers numbers)
    {
        var scanner = new FieldScanner(text);
        var values = default(Values);
        int field = FirstField;
        for (; field <= StatLine.LastField; field++)
        {
            ReadOnlySpan<byte> number = scanner.Next();
            if (number.IsEmpty)
            {
                break;
            }

            if (!TryNumber(number, out values[field - FirstField]))
            {
                numbers = default;
                return false;
            }
        }

        numbers = new StatNumbers(values, field - 1, scanner.Rest, facts);
        return field > FewestFields;
    }

    /// <summary>The number of the last field that the line has.</summary>
    public int Last => _last;

    public ulong UInt64(int field) => field <= _last ? _values[field - FirstField] : 0;

    public long Int64(int field) => unchecked((long)UInt64(field));

    public int Int32(int field) => unchecked((int)UInt64(field));

    public TimeSpan Time(int field) => _facts.FromTicks((ulong)Math.Max(Int64(field), 0));

    public long Pages(int field) => Int64(field) * _facts.PageSize;

    public int? OptionalInt32(int field) => field <= _last ? Int32(field) : null;

    public TimeSpan? OptionalTime(int field) => field <= _last ? Time(field) : null;

    /// <summary>A limit, where the largest number stands for none.</summary>
    public ulong? Limit(int field) => UInt64(field) == ulong.MaxValue ? null : UInt64(field);

    /// <summary>An address, which is written as 0 or 1 for those who may not see it.</summary>
    public ulong? Address(int field) => UInt64(field) <= 1 ? null : UInt64(field);

    /// <summary>The fields behind the last one that is known.</summary>
    public string[] Behind(int field) =>
        _last < field ? [] : LosslessText.Decode(_rest).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static bool TryNumber(ReadOnlySpan<byte> text, out ulong value)
    {
        if (text[0] != '-')
        {
            return Number.TryUInt64(text, out value);
        }

        bool parsed = Number.TryInt64(text, out long negative);
        value = unchecked((ulong)negative);
        return parsed;
    }

    [InlineArray(StatLine.LastField - FirstField + 1)]
    private struct Values
    {
        private ulong _first;
    }
}
