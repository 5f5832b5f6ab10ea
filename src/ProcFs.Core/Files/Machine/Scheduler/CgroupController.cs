using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a row of <c>/proc/cgroups</c>: a control group controller of this kernel. Source: cgroups(7), proc_cgroupstats_show() of kernel/cgroup/cgroup-v1.c.
/// </summary>
[Fields]
public sealed partial class CgroupController : ITable<CgroupController>
{
    private CgroupController()
    {
    }

    /// <summary>The controller: <c>cpu</c>, <c>memory</c>, <c>blkio</c>.</summary>
    [Key("#subsys_name")] public string Name { get; private set; } = "";

    /// <summary>The version 1 hierarchy in which it is mounted; 0 if it is not mounted, or is in the version 2 hierarchy.</summary>
    [Key("hierarchy")] public int? HierarchyId { get; private set; }

    /// <summary>The number of control groups in that hierarchy.</summary>
    [Key("num_cgroups")] public int? Cgroups { get; private set; }

    /// <summary>Whether it is enabled; <c>cgroup_disable=</c> on the kernel command line disables it.</summary>
    [Key("enabled")] public bool? IsEnabled { get; private set; }

    /// <summary>Fields unknown to this version, by column name.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
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
