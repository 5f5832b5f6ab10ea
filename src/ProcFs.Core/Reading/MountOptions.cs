using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs;

/// <summary>The mount options of a /proc, according to its own <c>self/mountinfo</c>. Source: proc(5), fs/proc/root.c.</summary>
internal sealed class MountOptions
{
    private const string Hide = "hidepid=";
    private const string Group = "gid=";

    private MountOptions(string[] options)
    {
        HidePid = ValueOf(options, Hide) switch
        {
            "1" or "noaccess" => 1,
            "2" or "invisible" => 2,
            "4" or "ptraceable" => 4,
            _ => 0,
        };
        GroupId = uint.TryParse(ValueOf(options, Group), out uint group) ? group : 0;
        HasProcessesAlone = options.Contains("subset=pid");
    }

    /// <summary>
    /// What is hidden of the processes of other users: nothing (0), the content of their directories (1), the processes themselves (2), or all that the caller
    /// cannot trace (4).
    /// </summary>
    public int HidePid { get; }

    /// <summary>The group from which nothing is hidden, except with 4; 0 if none is named.</summary>
    public uint GroupId { get; }

    /// <summary>Whether it contains only processes (<c>subset=pid</c>).</summary>
    public bool HasProcessesAlone { get; }

    /// <summary>The mount options of a /proc; the default, which hides nothing, if they are unknown.</summary>
    public static MountOptions Of(ProcRoot root)
    {
        string[] options = [];
        using var lines = LineReader.Open(root.Handle, "self/mountinfo", out _);
        while (lines is not null && lines.Next(out Errno error) && error == Errno.None)
        {
            // The last mount at a place hides earlier ones.
            options = OptionsOf(root, lines.Line) ?? options;
        }

        return new MountOptions(options);
    }

    /// <summary>Whether the caller cannot see other processes (has_pid_permissions() in fs/proc/base.c).</summary>
    public bool HideProcessesFrom(Caller caller) => HidePid switch
    {
        2 => !caller.SeesAllProcesses && !caller.Groups.Contains(GroupId),
        4 => !caller.SeesAllProcesses,
        _ => false,
    };

    /// <summary>Advice on making the processes of other users visible.</summary>
    public string AdviceFor(Caller caller) => caller.Explain(
        Caller.Ptrace,
        HidePid == 2 && GroupId != 0 ? $"Run as root, or in the group {GroupId}, to see them." : "Run as root to see them.",
        "");

    // "36 35 98:0 / /proc rw,nosuid shared:1 - proc proc rw,hidepid=2": the fifth field is the mount point, and the options of the file system are last.
    private static string[]? OptionsOf(ProcRoot root, ReadOnlySpan<byte> line)
    {
        int end = line.IndexOf(" - proc "u8);
        var fields = new FieldScanner(line);
        for (int i = 0; i < 4; i++)
        {
            fields.Next();
        }

        return end > 0 && LosslessText.Decode(OctalEscapes.Decode(fields.Next(), " \t\n\\"u8)) == root.Path
            ? LosslessText.Decode(line[(line.LastIndexOf((byte)' ') + 1)..]).Split(',')
            : null;
    }

    private static string? ValueOf(string[] options, string name) =>
        Array.FindLast(options, option => option.StartsWith(name, StringComparison.Ordinal))?[name.Length..];
}
