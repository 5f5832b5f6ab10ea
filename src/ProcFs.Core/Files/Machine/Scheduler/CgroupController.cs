using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a row of <c>/proc/cgroups</c>: a controller of control groups that the kernel was built with. Source: cgroups(7), proc_cgroupstats_show() of
/// kernel/cgroup/cgroup-v1.c.
/// </summary>
[Fields]
public sealed partial class CgroupController : ITable<CgroupController>
{
    private CgroupController()
    {
    }

    /// <summary>The controller: <c>cpu</c>, <c>memory</c>, <c>blkio</c>.</summary>
    [Key("#subsys_name")] public string Name { get; private set; } = "";

    /// <summary>The hierarchy of version 1 that it is mounted in; 0 where it is in none, or in that of version 2.</summary>
    [Key("hierarchy")] public int? HierarchyId { get; private set; }

    /// <summary>Control groups in that hierarchy.</summary>
    [Key("num_cgroups")] public int? Cgroups { get; private set; }

    /// <summary>Whether it is on; <c>cgroup_disable=</c> among the arguments of the kernel turns it off.</summary>
    [Key("enabled")] public bool? IsEnabled { get; private set; }

    /// <summary>Fields that this version does not know, by the names of their columns.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>Why fields are null: names of properties with the reason.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(CgroupController),
        new(nameof(Name), 12),
        new(nameof(HierarchyId), 11),
        new(nameof(Cgroups), 9),
        new(nameof(IsEnabled), 9));

    /// <summary>The controller.</summary>
    public override string ToString() => DisplayText.Escape(Name);

    static string IRow<CgroupController>.NameOf(CgroupController row) => row.Name;

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<CgroupController, bool> emit) =>
        HeaderedLines.Read(source, static _ => new CgroupController(), emit);
}
