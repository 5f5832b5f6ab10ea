using ProcFs.Text;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/&lt;pid&gt;/cpu_resctrl_groups</c>: the groups that control and watch a process's use of caches and memory bandwidth.
/// Source: Documentation/filesystems/resctrl.rst, fs/resctrl/rdtgroup.c.
/// </summary>
public sealed class ResctrlGroups : IRecord<ResctrlGroups>
{
    private static readonly KeyedFields<ResctrlGroups> s_fields = new(
        FieldsOf<ResctrlGroups>.Text("res", (groups, value) => groups.Resource = NullIfEmpty(value)),
        FieldsOf<ResctrlGroups>.Text("mon", (groups, value) => groups.Monitoring = NullIfEmpty(value)));

    private ResctrlGroups()
    {
    }

    /// <summary>The process.</summary>
    public int ProcessId { get; private set; }

    /// <summary>Its full name.</summary>
    public string ProcessName { get; private set; } = "";

    /// <summary>When it started; null where that cannot be known.</summary>
    public DateTimeOffset? StartTime { get; private set; }

    /// <summary>The group that its resources are controlled by, by its name, or <c>/</c> for the root one; null where resctrl is not mounted: <c>res</c>.</summary>
    public string? Resource { get; private set; }

    /// <summary>The group that it is watched in; null for none of its own: <c>mon</c>.</summary>
    public string? Monitoring { get; private set; }

    /// <summary>Keys that this version does not know.</summary>
    public IReadOnlyDictionary<string, string> Additional { get; private set; } = null!;

    /// <summary>The process, in one line: <c>1234 sshd</c>.</summary>
    public override string ToString() => KeyText.OfProcess(ProcessId, ProcessName);

    /// <summary>Reads the file's text.</summary>
    /// <exception cref="ProcException">A line is not of the file's form.</exception>
    public static ResctrlGroups Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var groups = new ResctrlGroups
        {
            ProcessId = source.ProcessId ?? 0,
            ProcessName = source.ProcessName ?? "",
            StartTime = source.StartTime,
        };
        groups.Additional = s_fields.Read(text, groups, source);
        return groups;
    }

    private static string? NullIfEmpty(string value) => value.Length == 0 ? null : value;
}
