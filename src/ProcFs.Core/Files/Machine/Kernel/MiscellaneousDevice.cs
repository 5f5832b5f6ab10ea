using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>Models a line of <c>/proc/misc</c>: a character device with the major number 10. Source: misc_seq_show() of drivers/char/misc.c.</summary>
public sealed class MiscellaneousDevice : ILine<MiscellaneousDevice>, IRow<MiscellaneousDevice>
{
    private MiscellaneousDevice()
    {
    }

    /// <summary>The minor number of the device.</summary>
    public required int Minor { get; init; }

    /// <summary>The name: <c>fuse</c>, <c>kvm</c>.</summary>
    public required string Name { get; init; }

    static string ILine<MiscellaneousDevice>.Form => "a minor number and a name";

    internal static View View => new(
        typeof(MiscellaneousDevice),
        new(nameof(Minor), 6),
        new(nameof(Name)));

    /// <summary>The name.</summary>
    public override string ToString() => DisplayText.Escape(Name);

    static string IRow<MiscellaneousDevice>.NameOf(MiscellaneousDevice row) => row.Name.Replace('/', '_');

    /// <inheritdoc/>
    public static MiscellaneousDevice? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var words = new FieldScanner(line);
        bool isMinor = words.TryInt32(out int minor);
        ReadOnlySpan<byte> name = Value.Trim(words.Rest);
        return isMinor && !name.IsEmpty ? new MiscellaneousDevice { Minor = minor, Name = source.Intern(name) } : null;
    }
}
