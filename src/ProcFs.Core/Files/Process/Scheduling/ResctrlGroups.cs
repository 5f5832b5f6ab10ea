using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/&lt;pid&gt;/cpu_resctrl_groups</c>: the groups that control and monitor a process's use of caches and memory bandwidth. Source:
/// Documentation/filesystems/resctrl.rst, fs/resctrl/rdtgroup.c.
/// </summary>
[Fields]
public sealed partial class ResctrlGroups : IRecord<ResctrlGroups>
{
    private ResctrlGroups()
    {
    }

    /// <summary>The id of the process.</summary>
    public int ProcessId { get; private set; }

    /// <summary>The full name.</summary>
    public string ProcessName { get; private set; } = "";

    /// <summary>The start time; null if it is unknown.</summary>
    public DateTimeOffset? StartTime { get; private set; }

    /// <summary>The name of the control group for its resources, or <c>/</c> for the root group; null if resctrl is not mounted: <c>res</c>.</summary>
    [Key("res", Parser = nameof(TryName))] public string? Resource { get; private set; }

    /// <summary>The name of its monitoring group; null if it has none of its own: <c>mon</c>.</summary>
    [Key("mon", Parser = nameof(TryName))] public string? Monitoring { get; private set; }

    /// <summary>Keys unknown to this version.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(ResctrlGroups),
        new(nameof(ProcessId), 9),
        new(nameof(ProcessName), 16),
        new(nameof(Resource), 30),
        new(nameof(Monitoring)));

    /// <summary>The process, on one line: <c>1234 sshd</c>.</summary>
    public override string ToString() => ObjectKey.OfProcess(ProcessId, ProcessName);

    /// <summary>Parses the text of the file.</summary>
    public static ResctrlGroups Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var groups = new ResctrlGroups
        {
            ProcessId = source.ProcessId ?? 0,
            ProcessName = source.ProcessName ?? "",
            StartTime = source.StartTime,
        };
        KeyValues.Read(text, groups, source);
        return groups;
    }

    private static bool TryName(ReadOnlySpan<byte> value, ProcSource source, out string? name)
    {
        name = value.IsEmpty ? null : source.Intern(value);
        return true;
    }
}
