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

    /// <summary>The number of the device in the array, which is not its role: only the superblock has that. Null if it cannot be read.</summary>
    public required int? Number { get; init; }

    /// <summary>Letters for the state: <c>WF</c>; empty for a normal working device.</summary>
    public required string Flags { get; init; }

    /// <summary>Whether it has failed.</summary>
    public bool IsFaulty => Flags.Contains('F');

    /// <summary>Whether it is a spare.</summary>
    public bool IsSpare => Flags.Contains('S');

    /// <summary>Whether it is read only if no other device can be (write-mostly).</summary>
    public bool IsWriteMostly => Flags.Contains('W');

    /// <summary>Whether it holds the journal of the array.</summary>
    public bool IsJournal => Flags.Contains('J');

    /// <summary>Whether it is the replacement of another device.</summary>
    public bool IsReplacement => Flags.Contains('R');

    /// <summary>The device and its number as the kernel writes them: <c>sdb1[2](F)</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Name}[{Number}]{string.Concat(Flags.Select(flag => $"({flag})"))}");

    /// <summary>Parses "sdb1[2](W)(F)"; null for other text.</summary>
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
