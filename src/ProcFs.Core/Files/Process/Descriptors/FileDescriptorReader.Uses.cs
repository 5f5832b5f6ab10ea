using ProcFs.Interop;
using ProcFs.IO;

namespace ProcFs;

/// <content>The files that a process uses without a descriptor.</content>
internal sealed partial class FileDescriptorReader
{
    private void ReadUses()
    {
        ReadUse("cwd\0"u8, new FileLink(FileUse.WorkingDirectory, null, "cwd"));
        ReadUse("root\0"u8, new FileLink(FileUse.RootDirectory, null, "root"));
        LinkTarget? program = ReadUse("exe\0"u8, new FileLink(FileUse.Executable, null, "exe"));
        ReadMappings(program);
    }

    private LinkTarget? ReadUse(ReadOnlySpan<byte> name, in FileLink link)
    {
        ReadBuffer buffer = _process.Scope.File;
        Errno error = _process.Root.IsLive ? buffer.ReadLink(_process.Handle.File, name) : buffer.ReadCapturedLink(_process.Handle.File, name);
        if (error != Errno.None)
        {
            return null;
        }

        LinkTarget target = Resolve(buffer.Bytes, _process.Handle.File, name);
        Take(_process.Handle.File, name, link, target);
        return target;
    }

    // Each file once, and not the program again, as lsof(8) lists them.
    private void ReadMappings(LinkTarget? program)
    {
        using var lines = LineReader.Open(_process.Handle, "maps", out _);
        var names = new MappingNames(new ProcSource(_process, "maps"));
        var known = new HashSet<FileIdentity>();
        while (!_isStopped && lines is not null && lines.Next(out _))
        {
            if (MapsLine.TryParse(lines.Line, out MapsLine line)
                && line is { Inode: > 0, Name: [(byte)'/', ..] }
                && known.Add(IdentityOf(line))
                && names.Of(line) is { Path: { } path } name
                && !(program is { } running && running.Text == path && running.IsDeleted == name.IsDeleted))
            {
                TakeMapping(line, LinkTargets.OfMapping(path, name.IsDeleted));
            }
        }
    }

    private void TakeMapping(in MapsLine line, LinkTarget target)
    {
        string link = $"map_files/{new AddressRange(line.Start, line.End)}";
        var name = new NativeName(link, stackalloc byte[NativeName.StackSize]);
        bool isWritten = line.IsShared && (line.Protection & MappingProtection.Write) != 0;
        var use = new FileLink(FileUse.Mapping, null, link)
        {
            Mapped = IdentityOf(line),
            Access = isWritten ? FileDescriptorAccess.ReadWrite : FileDescriptorAccess.Read,
        };
        Take(_process.Handle.File, name.Terminated, use, target);
    }

    private static FileIdentity IdentityOf(in MapsLine line) => new((uint)line.DeviceMajor, (uint)line.DeviceMinor, line.Inode);

    private bool IsSelected(OpenFile directory, ReadOnlySpan<byte> name, in FileLink link, LinkTarget target)
    {
        if (_filter.Files is not { } files)
        {
            return true;
        }

        Statx file = default;
        bool isKnown = _process.Root.KnowsTargets && directory.Stat(name, followLink: true, out file, Libc.STATX_MNT_ID, Libc.AT_STATX_DONT_SYNC) == Errno.None;
        if (!isKnown && (link.Use != FileUse.Mapping || !TryStatMapped(link, target, out file)))
        {
            return false;
        }

        return files.Contains(file, target, _process, MountNamespace);
    }

    // Following a link of map_files takes a privilege. Some file systems show another device in maps than stat does; their paths lead to the right one.
    private bool TryStatMapped(in FileLink link, LinkTarget target, out Statx file)
    {
        var name = new NativeName($"root{target.Text}", stackalloc byte[NativeName.StackSize]);
        if (target.IsDeleted
            || !_process.Root.IsLive
            || _process.Handle.File.Stat(name.Terminated, followLink: true, out file, Libc.STATX_MNT_ID, Libc.AT_STATX_DONT_SYNC) != Errno.None
            || file.Inode != link.Mapped.Inode)
        {
            file = new Statx { DeviceMajor = link.Mapped.Major, DeviceMinor = link.Mapped.Minor, Inode = link.Mapped.Inode };
        }

        return true;
    }
}
