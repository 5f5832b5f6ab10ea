using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/&lt;pid&gt;/mountinfo</c>: a mount that the process sees. Source: proc_pid_mountinfo(5), show_mountinfo() of
/// fs/proc_namespace.c.
/// </summary>
public sealed class Mount : ILine<Mount>, IRow<Mount>
{
    /// <summary>The format of a line, for the error about a malformed one.</summary>
    /// <inheritdoc/>
    public static string Form => "two ids, a device, a root, a mount point, options, optional fields, \"-\", a type, a source and options";

    // The kernel appends this to the root of a mount whose directory or file was deleted.
    private static ReadOnlySpan<byte> DeletedMark => "//deleted"u8;

    private Mount()
    {
    }

    /// <summary>The process that sees it.</summary>
    public required int ProcessId { get; init; }

    /// <summary>The full name of the process.</summary>
    public required string ProcessName { get; init; }

    /// <summary>The id of the mount. The kernel reuses it after an unmount.</summary>
    public required int MountId { get; init; }

    /// <summary>The parent mount; its own id at the top of the tree.</summary>
    public required int ParentId { get; init; }

    /// <summary>The major device number of its files.</summary>
    public required int DeviceMajor { get; init; }

    /// <summary>The minor device number of its files.</summary>
    public required int DeviceMinor { get; init; }

    /// <summary>The path in the file system that is mounted: <c>/</c> unless only a part of it is mounted.</summary>
    [Unit(Unit.Path)] public required string Root { get; init; }

    /// <summary>Whether that path was deleted.</summary>
    public required bool IsRootDeleted { get; init; }

    /// <summary>The mount point, relative to the process's root.</summary>
    [Unit(Unit.Path)] public required string Target { get; init; }

    /// <summary>The options of this mount: rw or ro, nosuid, noatime.</summary>
    public required string[] Options { get; init; }

    /// <summary>The mount propagation.</summary>
    public required MountPropagation Propagation { get; init; }

    /// <summary>The peer group of a shared mount; null for other mounts.</summary>
    public required int? PeerGroup { get; init; }

    /// <summary>The peer group of which it is a slave; null for other mounts.</summary>
    public required int? MasterGroup { get; init; }

    /// <summary>The nearest dominating peer group of a slave mount under the process's root; null if that is its master, or there is none.</summary>
    public required int? PropagateFromGroup { get; init; }

    /// <summary>Optional fields unknown to this version, as text.</summary>
    public required string[] Additional { get; init; }

    /// <summary>The file system type, with a subtype after a dot: <c>ext4</c>, <c>fuse.sshfs</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The mounted device, the path on a server, or any text that the file system provides. It can be empty.</summary>
    [Unit(Unit.Path)] public required string Source { get; init; }

    /// <summary>The options of the file system itself, which all its mounts share.</summary>
    public required string[] SuperOptions { get; init; }

    /// <summary>The reasons why properties are null, by property name. Groups that do not apply to the mount are not included.</summary>
    public required IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; init; }

    internal static View View => new(
        typeof(Mount),
        new(nameof(ProcessId), 9),
        new(nameof(MountId), 7),
        new(nameof(ParentId), 8),
        new(nameof(Target), 26),
        new(nameof(Source), 14),
        new(nameof(Type), 11),
        new(nameof(Options)));

    /// <summary>The process and the item, on one line.</summary>
    public override string ToString() => ObjectKey.OfPart(ProcessId, MountId, Target);

    static string IRow<Mount>.NameOf(Mount row) => $"{row.MountId}";

    /// <inheritdoc/>
    public static Mount? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        // An empty source leaves two consecutive spaces, because each space ends a field.
        var fields = new FieldScanner(line);
        if (!Number.TryInt32(fields.NextUntil((byte)' '), out int id)
            || !Number.TryInt32(fields.NextUntil((byte)' '), out int parent)
            || !Number.TryInt32(fields.NextUntil((byte)':'), out int major)
            || !Number.TryInt32(fields.NextUntil((byte)' '), out int minor))
        {
            return null;
        }

        ReadOnlySpan<byte> root = fields.NextUntil((byte)' ');
        ReadOnlySpan<byte> target = fields.NextUntil((byte)' ');
        ReadOnlySpan<byte> options = fields.NextUntil((byte)' ');
        var optional = new OptionalFields();
        if (!optional.TryTake(ref fields, source))
        {
            return null;
        }

        ReadOnlySpan<byte> type = fields.NextUntil((byte)' ');
        ReadOnlySpan<byte> device = fields.NextUntil((byte)' ');
        if (target.IsEmpty || fields.Rest.IsEmpty)
        {
            return null;
        }

        bool isDeleted = root.EndsWith(DeletedMark);
        return new Mount
        {
            ProcessId = source.ProcessId ?? 0,
            ProcessName = source.ProcessName ?? "",
            MountId = id,
            ParentId = parent,
            DeviceMajor = major,
            DeviceMinor = minor,
            Root = MountText.Of(isDeleted ? root[..^DeletedMark.Length] : root, source),
            IsRootDeleted = isDeleted,
            Target = MountText.Of(target, source),
            Options = MountText.Options(options, source),
            Propagation = optional.Propagation,
            PeerGroup = optional.PeerGroup,
            MasterGroup = optional.MasterGroup,
            PropagateFromGroup = optional.PropagateFromGroup,
            Additional = [.. optional.Unknown],
            Unavailable = optional.Malformed.ToDictionary(),
            Type = MountText.Of(type, source),
            Source = MountText.Of(device, source),
            SuperOptions = MountText.Options(fields.Rest, source),
        };
    }

    /// <summary>The fields between the options and the "-", each "name" or "name:number".</summary>
    private sealed class OptionalFields
    {
        private UnavailableFields _malformed;

        public MountPropagation Propagation { get; private set; }

        public int? PeerGroup { get; private set; }

        public int? MasterGroup { get; private set; }

        public int? PropagateFromGroup { get; private set; }

        public List<string> Unknown { get; } = [];

        public UnavailableFields Malformed => _malformed;

        public bool TryTake(ref FieldScanner fields, ProcSource source)
        {
            while (!fields.Rest.IsEmpty)
            {
                ReadOnlySpan<byte> field = fields.NextUntil((byte)' ');
                if (field is [(byte)'-'])
                {
                    return true;
                }

                Take(field, source);
            }

            return false;
        }

        private void Take(ReadOnlySpan<byte> field, ProcSource source)
        {
            int colon = field.IndexOf((byte)':');
            ReadOnlySpan<byte> name = colon < 0 ? field : field[..colon];
            ReadOnlySpan<byte> group = colon < 0 ? default : field[(colon + 1)..];
            if (name.SequenceEqual("shared"u8))
            {
                PeerGroup = GroupOf(group, nameof(PeerGroup));
                Propagation |= MountPropagation.Shared;
            }
            else if (name.SequenceEqual("master"u8))
            {
                MasterGroup = GroupOf(group, nameof(MasterGroup));
                Propagation |= MountPropagation.Slave;
            }
            else if (name.SequenceEqual("propagate_from"u8))
            {
                PropagateFromGroup = GroupOf(group, nameof(PropagateFromGroup));
            }
            else if (field.SequenceEqual("unbindable"u8))
            {
                Propagation |= MountPropagation.Unbindable;
            }
            else
            {
                Unknown.Add(source.Intern(field));
            }
        }

        private int? GroupOf(ReadOnlySpan<byte> text, string property)
        {
            bool parsed = Number.TryInt32(text, out int number);
            _malformed.Add(property, parsed ? null : UnavailableReason.Malformed);
            return parsed ? number : null;
        }
    }
}
