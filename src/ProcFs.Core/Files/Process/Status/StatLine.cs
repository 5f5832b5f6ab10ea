using ProcFs.Text;

namespace ProcFs;

/// <summary>
/// The line of <c>/proc/&lt;pid&gt;/stat</c>, parsed in place. The name in it is raw and can contain anything, including parentheses and spaces, so it ends at the
/// last parenthesis that is followed by a state: numbers contain no letters.
/// </summary>
internal readonly ref struct StatLine
{
    // Field numbers, as in proc_pid_stat(5).
    public const int Flags = 9;
    public const int Threads = 20;
    public const int StartTime = 22;

    /// <summary>The first field after the state.</summary>
    public const int FirstNumber = 4;

    /// <summary>The number of fields from there on in the oldest supported kernels (2.6).</summary>
    public const int FewestNumbers = 38;

    private readonly ReadOnlySpan<byte> _numbers;

    private StatLine(int id, ReadOnlySpan<byte> comm, byte state, ReadOnlySpan<byte> numbers)
    {
        Id = id;
        Comm = comm;
        State = state;
        _numbers = numbers;
    }

    public int Id { get; }

    public ReadOnlySpan<byte> Comm { get; }

    public byte State { get; }

    public bool IsKernelThread => ((ProcessFlags)UInt64(Flags)).HasFlag(ProcessFlags.KernelThread);

    /// <summary>The fields after the state, still as text.</summary>
    public ReadOnlySpan<byte> Numbers => _numbers;

    public static bool TryParse(ReadOnlySpan<byte> line, out StatLine result)
    {
        result = default;
        int open = line.IndexOf((byte)'(');
        int close = EndOfName(line);
        if (open < 2 || close < open || line.Length < close + 4 || !Number.TryInt32(line[..(open - 1)], out int id))
        {
            return false;
        }

        result = new StatLine(id, line[(open + 1)..close], line[close + 2], line[(close + 3)..].TrimEnd((byte)'\n'));
        return true;
    }

    private static int EndOfName(ReadOnlySpan<byte> line)
    {
        int last = line.LastIndexOf((byte)')');
        for (int close = last; close > 0; close = line[..close].LastIndexOf((byte)')'))
        {
            if (line[(close + 1)..] is [(byte)' ', var state, (byte)' ', ..] && char.IsAsciiLetter((char)state))
            {
                return close;
            }
        }

        return last;
    }

    /// <summary>The field with this number; 0 if the line does not have it.</summary>
    public ulong UInt64(int field)
    {
        var scanner = new FieldScanner(_numbers);
        for (int number = FirstNumber; number < field; number++)
        {
            scanner.Next();
        }

        return Number.TryUInt64(scanner.Next(), out ulong value) ? value : 0;
    }
}
