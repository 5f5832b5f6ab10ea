using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/bootconfig</c>: a key and its values from the boot configuration, which is attached to the initial RAM disk or built into the kernel.
/// Lines with the arguments of the boot loader are comments in the file and are those of <c>cmdline</c>. Source: Documentation/admin-guide/bootconfig.rst,
/// copy_xbc_key_value_list() of fs/proc/bootconfig.c.
/// </summary>
public sealed class BootConfigEntry : ITable<BootConfigEntry>
{
    private BootConfigEntry()
    {
    }

    /// <summary>The key, with its parts separated by dots: <c>kernel.root</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The values; one empty value for a key without values.</summary>
    public required string[] Values { get; init; }

    internal static View View => new(
        typeof(BootConfigEntry),
        new(nameof(Key), 40),
        new(nameof(Values)));

    /// <summary>The key and its values: <c>ftrace.event = a, b</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Key} = {string.Join(", ", Values)}");

    static string IRow<BootConfigEntry>.NameOf(BootConfigEntry row) => row.Key.Replace('/', '_');

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<BootConfigEntry, bool> emit) =>
        Lines.ReadSections(source, static line => line is [(byte)'#', ..], static _ => { }, static (line, from) => Parse(line, from), "a key, an equals sign and values in quotes", emit);

    // key = "a", 'b"c'
    private static BootConfigEntry? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        int equals = line.IndexOf(" = "u8);
        if (equals < 1)
        {
            return null;
        }

        var values = new List<string>();
        ReadOnlySpan<byte> rest = Value.Trim(line[(equals + 3)..]);
        while (!rest.IsEmpty)
        {
            byte quote = rest[0];
            int end = quote is (byte)'"' or (byte)'\'' ? rest[1..].IndexOf(quote) : -1;
            if (end < 0)
            {
                return null;
            }

            values.Add(source.Intern(rest[1..(end + 1)]));
            rest = Value.Trim(rest[(end + 2)..].TrimStart((byte)','));
        }

        return new BootConfigEntry { Key = source.Intern(line[..equals]), Values = [.. values] };
    }
}
