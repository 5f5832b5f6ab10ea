using System.Management.Automation;
using ProcFs.Views;

namespace ProcFs.Formatting;

/// <summary>The parts of a listing of the drive beside its rows.</summary>
public static class Listing
{
    /// <summary>
    /// The header of a listing: the folder on the drive, and for the descriptors of a process its name. It is indented here, because a frame of the engine would
    /// need a line of its own to end.
    /// </summary>
    public static string Header(string? parentPath, string? drive, string? processName)
    {
        string path = parentPath ?? "";
        int qualifier = path.IndexOf("::", StringComparison.Ordinal);
        path = qualifier < 0 ? path : path[(qualifier + 2)..];
        return string.IsNullOrEmpty(processName) ? $"    {Shown(path, drive)}" : $"    {Shown(path, drive)}    {Display.Text(processName)}";
    }

    /// <summary>The header of a measurement round: its time and, unless the row was deserialized, the machine.</summary>
    public static string Round(PSObject row)
    {
        ArgumentNullException.ThrowIfNull(row);
        string header = row.BaseObject is ProcessUsage usage
            ? Display.Round(usage)
            : Display.Round(row.Properties[nameof(ProcessUsage.Time)]?.Value is { } time
                && PSObject.AsPSObject(time).Properties[nameof(DateTimeOffset.LocalDateTime)]?.Value is DateTime local ? local : null);
        return string.Join('\n', header.Split('\n').Select(line => $"    {line}"));
    }

    private static string Shown(string path, string? drive)
    {
        const string Root = ProcRoot.DefaultPath;
        bool isDefault = drive == "Proc" && (path == Root || path.StartsWith(Root + "/", StringComparison.Ordinal));
        return Display.Text(isDefault ? $"Proc:/{path[Root.Length..].TrimStart('/')}" : path);
    }
}
