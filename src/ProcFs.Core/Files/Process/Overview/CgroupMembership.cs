using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/&lt;pid&gt;/cgroup</c>: the control group of the process in one hierarchy. There is one line for version 2, and one for each hierarchy
/// of version 1; a hybrid machine has both. Source: cgroups(7), proc_cgroup_show() of kernel/cgroup/cgroup.c.
/// </summary>
public sealed class CgroupMembership : ILine<CgroupMembership>, IRow<CgroupMembership>
{
    /// <summary>The format of a line, for the error about a malformed one.</summary>
    /// <inheritdoc/>
    public static string Form => "a number, controllers and a path with colons between them";

    private CgroupMembership()
    {
    }

    /// <summary>The process in the control group.</summary>
    public required int ProcessId { get; init; }

    /// <summary>The full name of the process.</summary>
    public required string ProcessName { get; init; }

    /// <summary>The number of the hierarchy; 0 for the version 2 hierarchy.</summary>
    public required int HierarchyId { get; init; }

    /// <summary>The version of control groups: 1 or 2.</summary>
    public int Version => HierarchyId == 0 ? 2 : 1;

    /// <summary>
    /// The controllers of a version 1 hierarchy: cpu, memory; none for a named hierarchy. Null for version 2, where each group has its own controllers and the file
    /// does not list them.
    /// </summary>
    public required string[]? Controllers { get; init; }

    /// <summary>The name of a named version 1 hierarchy: <c>systemd</c>; null for others.</summary>
    public required string? HierarchyName { get; init; }

    /// <summary>The path of the group in the hierarchy, relative to the reader's cgroup namespace: it starts with <c>/..</c> for a group outside of that.</summary>
    [Unit(Unit.Path)] public required string Cgroup { get; init; }

    /// <summary>Whether the group was removed while it contained a zombie.</summary>
    public required bool IsDeleted { get; init; }

    internal static View View => new(
        typeof(CgroupMembership),
        new(nameof(ProcessId), 9),
        new(nameof(ProcessName), 16),
        new(nameof(HierarchyId), 9) { Label = "Hierarchy" },
        new(nameof(Version), 7),
        new(nameof(Controllers), 12) { With = [nameof(HierarchyName)], Show = Cells.Controllers },
        new(nameof(Cgroup)) { With = [nameof(IsDeleted)], Show = Cells.Target });

    /// <summary>The process and the item, on one line.</summary>
    public override string ToString() => ObjectKey.OfPart(ProcessId, HierarchyId, Cgroup);

    static string IRow<CgroupMembership>.NameOf(CgroupMembership row) => $"{row.HierarchyId}";

    /// <inheritdoc/>
    public static CgroupMembership? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        var fields = new FieldScanner(line);
        if (!Number.TryInt32(fields.NextUntil((byte)':'), out int hierarchy))
        {
            return null;
        }

        ReadOnlySpan<byte> subsystems = fields.NextUntil((byte)':');
        ReadOnlySpan<byte> path = fields.Rest;
        if (path is not [(byte)'/', ..])
        {
            return null;
        }

        // Only version 2 marks a removed group; in version 1, the same text is part of the name.
        bool isDeleted = hierarchy == 0 && DeletedSuffix.IsAtEndOf(path);
        return new CgroupMembership
        {
            ProcessId = source.ProcessId ?? 0,
            ProcessName = source.ProcessName ?? "",
            HierarchyId = hierarchy,
            Controllers = hierarchy == 0 ? null : ControllersOf(subsystems, source, out _),
            HierarchyName = NameOf(subsystems, source),
            Cgroup = source.Intern(isDeleted ? DeletedSuffix.Strip(path) : path),
            IsDeleted = isDeleted,
        };
    }

    private static string? NameOf(ReadOnlySpan<byte> subsystems, ProcSource source)
    {
        _ = ControllersOf(subsystems, source, out string? name);
        return name;
    }

    private static string[] ControllersOf(ReadOnlySpan<byte> subsystems, ProcSource source, out string? name)
    {
        name = null;
        var controllers = new List<string>();
        var parts = new FieldScanner(subsystems);
        while (!parts.Rest.IsEmpty)
        {
            ReadOnlySpan<byte> part = parts.NextUntil((byte)',');
            if (part.StartsWith("name="u8))
            {
                name = source.Intern(part["name=".Length..]);
            }
            else
            {
                controllers.Add(source.Intern(part));
            }
        }

        return [.. controllers];
    }
}
