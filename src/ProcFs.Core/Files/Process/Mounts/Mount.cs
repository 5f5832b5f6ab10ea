using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/&lt;pid&gt;/mountinfo</c>: a mount that the process sees. Source: proc_pid_mountinfo(5), show_mountinfo() of
/// fs/proc_namespace.c.
/// </summary>
public sealed class Mount : ILine<Mount>, IRow<Mount>
{
    /// <summary>What a line of the file holds, for the error about one that does not.</summary>
    /// <inheritdoc/>
    public static string Form => "two ids, a device, a root, a mount point, options, optional fields, \"-\", a type, a source and options";

    // What the kernel writes behind the root of a mount whose folder or file was deleted.
    private static ReadOnlySpan<byte> DeletedMark => "//deleted"u8;

    private Mount()
    {
    }

    /// <summary>The process that sees it.</summary>
    public required int ProcessId { get; init; }

    /// <summary>That process's full name.</summary>
    public required string ProcessName { get; init; }

    /// <summary>The id of the mount. The kernel gives it to another mount once this one is gone.</summary>
    public required int MountId { get; init; }

    /// <summary>The mount that it is mounted on; its own id for the top of the tree.</summary>
    public required int ParentId { get; init; }

    /// <summary>The device of the files in it: major number.</summary>
    public required int DeviceMajor { get; init; }

    /// <summary>The device of the files in it: minor number.</summary>
    public required int DeviceMinor { get; init; }

    /// <summary>The path in the file system that is the root of this mount: <c>/</c> unless only a part of it is mounted.</summary>
    [Unit(Unit.Path)] public required string Root { get; init; }

    /// <summary>Whether that path was deleted since.</summary>
    public required bool IsRootDeleted { get; init; }

    /// <summary>The mount point, as seen from the process's root.</summary>
    [Unit(Unit.Path)] public required string Target { get; init; }

    /// <summary>Options of this mount: rw or ro, nosuid, noatime.</summary>
    public required string[] Options { get; init; }

    /// <summary>Whether mounts below it reach other mounts, and come from them.</summary>
    public required MountPropagation Propagation { get; init; }

    /// <summary>The peer group of a shared mount; null for another.</summary>
    public required int? PeerGroup { get; init; }

    /// <summary>The peer group that a slave mount follows; null for another.</summary>
    public required int? MasterGroup { get; init; }

    /// <summary>The nearest peer group under the process's root that a slave mount follows; null where that is its master, or there is none.</summary>
    public required int? PropagateFromGroup { get; init; }

    /// <summary>Optional fields that this version does not know, as text.</summary>
    public required string[] Additional { get; init; }

    /// <summary>The type of the file system, with a subtype behind a dot: <c>ext4</c>, <c>fuse.sshfs</c>.</summary>
    public required string Type { get; init; }

    /// <summary>What is mounted, in the words of the file system: a device, a server's path, or any text. It may be empty.</summary>
    [Unit(Unit.Path)] public required string Source { get; init; }

    /// <summary>Options of the file system itself, which all its mounts share.</summary>
    public required string[] SuperOptions { get; init; }

    /// <summary>Why fields are null: names of properties with the reason. Groups that the mount is not in are not among them.</summary>
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

    /// <summary>The process and what it is of it, in one line.</summary>
    public override string ToString() => ObjectKey.OfPart(ProcessId, MountId, Target);

    static string IRow<Mount>.NameOf(Mount row) => $"{row.MountId}";

    /// <inheritdoc/>
    public static Mount? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        // An empty source leaves two spaces in a row: each space ends a field.
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
