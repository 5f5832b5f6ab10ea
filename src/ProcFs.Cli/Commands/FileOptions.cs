using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace ProcFs.Cli.Commands;

/// <summary>The options that select files whose users are wanted.</summary>
internal sealed class FileOptions
{
    private readonly Option<string[]> _path = new("--path") { Description = FileSelection.PathHelp, HelpName = "path" };
    private readonly Option<bool> _recurse = new("--recurse") { Description = FileSelection.RecurseHelp };
    private readonly Option<string[]> _mountPoint = new("--mount-point") { Description = FileSelection.MountPointHelp, HelpName = "path" };
    private readonly Option<ulong[]> _inode = new("--inode") { Description = FileSelection.InodeHelp, HelpName = "inode", CustomParser = ParseInodes };
    private readonly Option<string[]> _device = new("--device") { Description = FileSelection.DeviceHelp, HelpName = "device" };

    /// <summary>The options.</summary>
    public IReadOnlyList<Option> All => [_path, _recurse, _mountPoint, _inode, _device];

    /// <summary>The files that are selected; null for all.</summary>
    public FileSelection? SelectionOf(ParseResult parsed, ProcRoot root, CancellationToken cancellation)
    {
        string[]? paths = RowOptions.ValueOf(parsed, _path);
        string[]? mountPoints = RowOptions.ValueOf(parsed, _mountPoint);
        ulong[]? inodes = RowOptions.ValueOf(parsed, _inode);
        string[]? devices = RowOptions.ValueOf(parsed, _device);
        bool isRecursive = parsed.GetValue(_recurse);
        if (isRecursive && paths is null)
        {
            throw new UsageException("--recurse belongs to --path.");
        }

        return (paths ?? mountPoints ?? devices ?? (object?)inodes) is null ? null : new FileSelection(root, paths, isRecursive, mountPoints, inodes, devices, cancellation);
    }

    private static ulong[] ParseInodes(ArgumentResult result)
    {
        var inodes = new List<ulong>();
        foreach (string part in result.Tokens.SelectMany(token => token.Value.Split(',')))
        {
            if (ulong.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out ulong inode))
            {
                inodes.Add(inode);
            }
            else
            {
                result.AddError($"\"{part}\" is no inode.");
            }
        }

        return [.. inodes];
    }
}
