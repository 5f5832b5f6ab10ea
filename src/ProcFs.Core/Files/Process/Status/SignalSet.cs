using System.Numerics;

namespace ProcFs;

/// <summary>A set of signals, by name and as the mask in /proc. Shown as names.</summary>
/// <param name="Mask">Bit n-1 is signal n, up to 64; of the 128 signals of MIPS, those above are only among the names.</param>
public sealed record SignalSet(ulong Mask)
{
    /// <summary>The largest number of a signal: 127 on MIPS, 64 elsewhere.</summary>
    internal const int Largest = 127;

    private const int BitsOfMask = 64;

    /// <summary>The names of the signals in the set, in numeric order.</summary>
    public string[] Names => [.. Enumerable.Range(1, Largest).Where(Contains).Select(number => SignalNames.Of(number, Architecture))];

    /// <summary>The number of signals in the set.</summary>
    public int Count => BitOperations.PopCount(Mask) + BitOperations.PopCount(High);

    /// <summary>Bit n-65 is signal n, above 64.</summary>
    internal ulong High { get; init; }

    /// <summary>The architecture, whose names the signals have.</summary>
    internal string? Architecture { get; init; }

    /// <summary>Whether the signal with this number is in the set.</summary>
    public bool Contains(int number) => number switch
    {
        >= 1 and <= BitsOfMask => (Mask >> (number - 1) & 1) != 0,
        > BitsOfMask and <= Largest => (High >> (number - BitsOfMask - 1) & 1) != 0,
        _ => false,
    };

    /// <summary>The name of the signal with this number, on x86 and arm.</summary>
    public static string NameOf(int number) => number > BitsOfMask ? $"{number}" : SignalNames.Of(number, architecture: null);

    /// <summary>Whether the other set has the same signals.</summary>
    public bool Equals(SignalSet? other) => other is not null && Mask == other.Mask && High == other.High;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Mask, High);

    /// <summary>The names with commas between them.</summary>
    public override string ToString() => string.Join(", ", Names);
}
