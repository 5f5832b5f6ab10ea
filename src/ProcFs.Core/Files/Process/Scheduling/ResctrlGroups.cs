using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/&lt;pid&gt;/cpu_resctrl_groups</c>: the groups that control and watch a process's use of caches and memory bandwidth.
/// Source: Documentation/filesystems/resctrl.rst, fs/resctrl/rdtgroup.c.
/// </summary>
[Fields]
public sealed partial class ResctrlGroups : IRecord<ResctrlGroups>
{
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
    [Key("res", Parser = nameof(TryName))] public string? Resource { get; private set; }

    /// <summary>The group that it is watched in; null for none of its own: <c>mon</c>.</summary>
    [Key("mon", Parser = nameof(TryName))] public string? Monitoring { get; private set; }

    /// <summary>Keys that this version does not know.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>Why fields are null: names of properties with the reason.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(ResctrlGroups),
        new(nameof(ProcessId), 9),
        new(nameof(ProcessName), 16),
        new(nameof(Resource), 30),
        new(nameof(Monitoring)));

    /// <summary>The process, in one line: <c>1234 sshd</c>.</summary>
    public override string ToString() => ObjectKey.OfProcess(ProcessId, ProcessName);

    /// <summary>Reads the file's text.</summary>
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
