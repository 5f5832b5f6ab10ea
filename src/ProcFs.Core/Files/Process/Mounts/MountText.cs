using ProcFs.Text;

namespace ProcFs;

/// <summary>Fields of mountinfo, mounts and mountstats, which escape what would break them apart.</summary>
internal static class MountText
{
    /// <summary>The field as text, with its escapes decoded.</summary>
    public static string Of(ReadOnlySpan<byte> field, ProcSource source) => source.Intern(OctalEscapes.Decode(field));

    /// <summary>Options that commas part. A security context may hold commas, and stands between double quotes then.</summary>
    public static string[] Options(ReadOnlySpan<byte> field, ProcSource source)
    {
        var options = new List<string>(field.Count((byte)',') + 1);
        while (!field.IsEmpty)
        {
            int end = EndOfOption(field);
            options.Add(Of(field[..end], source));
            field = field[Math.Min(end + 1, field.Length)..];
        }

        return [.. options];
    }

    private static int EndOfOption(ReadOnlySpan<byte> field)
    {
        bool isQuoted = false;
        for (int i = 0; i < field.Length; i++)
        {
            isQuoted ^= field[i] == '"';
            if (field[i] == ',' && !isQuoted)
            {
                return i;
            }
        }

        return field.Length;
    }
}
