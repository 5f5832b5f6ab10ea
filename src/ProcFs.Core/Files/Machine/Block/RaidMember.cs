using ProcFs.Text;

namespace ProcFs;

/// <summary>Models a device of an array in <c>/proc/mdstat</c>: <c>sda1[0]</c>, <c>sdb1[2](F)</c>. Source: md_seq_show() of drivers/md/md.c.</summary>
public sealed class RaidMember
{
    private RaidMember()
    {
    }

    /// <summary>The device.</summary>
    public required string Name { get; init; }

    /// <summary>Its number in the array; the place that it has there is told by its superblock alone. Null where that cannot be read.</summary>
    public required int? Number { get; init; }

    /// <summary>Letters for what it is: <c>WF</c>; empty for one that works as the others do.</summary>
    public required string Flags { get; init; }

    /// <summary>Whether it has failed.</summary>
    public bool IsFaulty => Flags.Contains('F');

    /// <summary>Whether it waits to take the place of another.</summary>
    public bool IsSpare => Flags.Contains('S');

    /// <summary>Whether it is read only where no other can be.</summary>
    public bool IsWriteMostly => Flags.Contains('W');

    /// <summary>Whether it holds the journal of the array.</summary>
    public bool IsJournal => Flags.Contains('J');

    /// <summary>Whether it is being filled to take the place of another.</summary>
    public bool IsReplacement => Flags.Contains('R');

    /// <summary>The device and its number as the kernel writes them: <c>sdb1[2](F)</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Name}[{Number}]{string.Concat(Flags.Select(flag => $"({flag})"))}");

    /// <summary>Reads "sdb1[2](W)(F)"; null for another word.</summary>
    internal static RaidMember? Parse(ReadOnlySpan<byte> word, ProcSource source)
    {
        int bracket = word.LastIndexOf((byte)'[');
        int end = word.LastIndexOf((byte)']');
        if (bracket < 1 || end < bracket)
        {
            return null;
        }

        bool isNumber = Text.Number.TryInt32(word[(bracket + 1)..end], out int number);
        var flags = new List<char>();
        for (ReadOnlySpan<byte> rest = word[(end + 1)..]; rest is [(byte)'(', var letter, (byte)')', ..]; rest = rest[3..])
        {
            flags.Add((char)letter);
        }

        return new RaidMember { Name = source.Intern(word[..bracket]), Number = isNumber ? number : null, Flags = string.Concat(flags) };
    }
}
