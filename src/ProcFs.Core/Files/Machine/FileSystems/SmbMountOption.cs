using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>Models a line of <c>/proc/fs/cifs/mount_params</c>: a mount option of the client. Source: cifs_mount_params_proc_show() of fs/smb/client/cifs_debug.c.</summary>
public sealed class SmbMountOption : ILine<SmbMountOption>, IRow<SmbMountOption>
{
    private SmbMountOption()
    {
    }

    /// <summary>The name: <c>vers</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The type of its value: <c>u32</c>, <c>u64</c>, <c>bool</c>, <c>string</c>, <c>flag</c> for none, <c>noflag</c> if it can be negated with <c>no</c>.</summary>
    public required string ValueType { get; init; }

    static string ILine<SmbMountOption>.Form => "a name, a colon and a type";

    internal static View View => new(
        typeof(SmbMountOption),
        new(nameof(Name), 28),
        new(nameof(ValueType), 10));

    /// <summary>The name.</summary>
    public override string ToString() => DisplayText.Escape(Name);

    static string IRow<SmbMountOption>.NameOf(SmbMountOption row) => row.Name;

    /// <inheritdoc/>
    public static SmbMountOption? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        int colon = line.LastIndexOf((byte)':');
        return colon < 1 ? null : new SmbMountOption { Name = source.Intern(line[..colon]), ValueType = source.Intern(line[(colon + 1)..]) };
    }
}
