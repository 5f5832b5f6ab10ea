using ProcFs.Text;

namespace ProcFs;

/// <summary>
/// The exact names of mappings. Lists of mappings write a newline as <c>\012</c> and all other characters as they are, so that a name containing that text is
/// ambiguous; and " (deleted)" can be part of a name. In such cases, the link in <c>map_files</c> is read, once for each file. Source: show_map_vma in
/// fs/proc/task_mmu.c.
/// </summary>
internal sealed class MappingNames(ProcSource source)
{
    private Dictionary<(int Major, int Minor, ulong Inode), Known>? _known;

    private static ReadOnlySpan<byte> EscapedNewline => "\\012"u8;

    /// <summary>The name of the mapping.</summary>
    public MappingName Of(in MapsLine line)
    {
        ReadOnlySpan<byte> text = line.Name;
        if (text.IsEmpty)
        {
            return default;
        }

        // The name of a file cannot start with a bracket here: it is a path, or a kind such as "anon_inode:[perf_event]".
        bool isExact = text[0] == '[' || (!DeletedSuffix.IsAtEndOf(text) && text.IndexOf(EscapedNewline) < 0);
        return isExact ? new MappingName(source.Intern(text), IsDeleted: false) : OfFile(line);
    }

    private MappingName OfFile(in MapsLine line)
    {
        (int Major, int Minor, ulong Inode) file = (line.DeviceMajor, line.DeviceMinor, line.Inode);
        if (_known is not null && _known.TryGetValue(file, out Known? known) && line.Name.SequenceEqual(known.Text))
        {
            return known.Name;
        }

        if (source.ProcessId is null
            || !MapFilesLink.TryRead(source.RequireProcess(), new AddressRange(line.Start, line.End), line.Inode, out MappingName name))
        {
            name = OfText(line.Name);
        }

        _known ??= [];
        _known[file] = new Known(line.Name.ToArray(), name);
        return name;
    }

    private static MappingName OfText(ReadOnlySpan<byte> text)
    {
        string path = PathEscapes.Decode(DeletedSuffix.Strip(text), "\n"u8);
        return new MappingName(path, DeletedSuffix.IsAtEndOf(text));
    }

    private sealed record Known(byte[] Text, MappingName Name);
}
