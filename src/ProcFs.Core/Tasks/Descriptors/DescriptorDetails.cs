using ProcFs.Interop;
using ProcFs.IO;

namespace ProcFs;

/// <summary>Adds the information of fdinfo, and of a stat through each link, to the descriptors of a process.</summary>
internal sealed class DescriptorDetails(ProcessDirectory process, Func<ProcRoot, DescriptorEnds>? endsIn)
{
    private static readonly string[] s_ofInfo =
        [nameof(FileDescriptorDetail.Access), nameof(FileDescriptorDetail.Flags), nameof(FileDescriptorDetail.Position), nameof(FileDescriptorDetail.MountId)];

    private string? _user;
    private bool _userIsRead;
    private List<Mount>? _mounts;
    private WatchedPaths? _watched;

    /// <summary>The descriptor with its details. Values that could not be read are null, with a reason.</summary>
    /// <param name="name">The name of the link, with a terminating NUL.</param>
    /// <param name="directory">The folder of the link.</param>
    /// <param name="processName">The full name of the process.</param>
    /// <param name="link">The link.</param>
    /// <param name="target">The target of the link.</param>
    public FileDescriptorDetail Read(ReadOnlySpan<byte> name, OpenFile directory, string processName, in FileLink link, LinkTarget target)
    {
        var detail = new FileDescriptorDetail(process, processName, link, target) { User = User() };
        var missing = default(UnavailableFields);
        detail.Access = link.Access;
        AddFile(detail, name, directory, link, ref missing);
        if (process.Root.IsLive && target.Type == FileDescriptorType.MemFd && link.Number is not null)
        {
            AddSeals(detail, name, directory, ref missing);
        }

        if (link.Number is { } number)
        {
            AddInfo(detail, number, ref missing);
        }

        detail.Object = endsIn is null ? null : DescriptorObjects.Of(process, detail);
        detail.Ends = detail.Object is null ? null : endsIn!(process.Root);
        detail.MountPoint = detail.MountId is { } mount && target.Text.StartsWith('/') ? MountPointOf(mount) : null;
        detail.Unavailable = missing.ToDictionary();
        return detail;
    }

    // The stat of the file has the values that fdinfo lacks on older kernels.
    private void AddFile(FileDescriptorDetail detail, ReadOnlySpan<byte> name, OpenFile directory, in FileLink link, ref UnavailableFields missing)
    {
        Statx file = default;
        Errno error = process.Root.KnowsTargets ? directory.Stat(name, followLink: true, out file, Libc.STATX_MNT_ID) : Errno.ENOENT;
        if (error != Errno.None)
        {
            if (link.Use == FileUse.Mapping)
            {
                detail.Inode = link.Mapped.Inode;
                detail.Device = $"{link.Mapped.Major}:{link.Mapped.Minor}";
            }

            UnavailableReason? reason = UnavailableFields.ReasonOf(error, process);
            foreach (string field in link.Use == FileUse.Mapping ? (string[])["Links", "Size"] : ["Inode", "Device", "Links", "Size"])
            {
                missing.Add(field, reason);
            }

            return;
        }

        detail.MountId = link.Number is null ? file.MountId : null;
        detail.Inode = file.Inode;
        detail.Device = $"{file.DeviceMajor}:{file.DeviceMinor}";
        detail.Links = file.LinkCount;
        detail.Size = file.Kind is FileKind.Regular or FileKind.Directory ? (long)file.Size : null;
        if (file.Kind is FileKind.CharacterDevice or FileKind.BlockDevice)
        {
            detail.DeviceNumber = $"{file.SpecialMajor}:{file.SpecialMinor}";
            detail.Driver = process.Root.DeviceDrivers.NameOf(file.Kind == FileKind.BlockDevice, (int)file.SpecialMajor, (int)file.SpecialMinor);
        }
    }

    private void AddInfo(FileDescriptorDetail detail, int number, ref UnavailableFields missing)
    {
        Errno error = process.Scope.File.ReadRecord(process.Handle, process.Scope.NameOf("fdinfo/"u8, number));
        if (error != Errno.None)
        {
            UnavailableReason? reason = UnavailableFields.ReasonOf(error, process);
            foreach (string field in s_ofInfo)
            {
                missing.Add(field, reason);
            }

            return;
        }

        var source = new ProcSource(process, $"fdinfo/{number}");
        var info = FileDescriptorInfo.Parse(process.Scope.File.Bytes, source);
        detail.Access = info.Access;
        detail.Flags = info.Flags;
        detail.Position = info.Position;
        detail.MountId = info.MountId;
        detail.Inode ??= info.Inode;
        foreach (string field in s_ofInfo)
        {
            missing.AddFrom(info.Unavailable, field);
        }

        DescriptorKinds.Add(detail, info.Additional, source, PathOf);
    }

    private string? User()
    {
        if (!_userIsRead)
        {
            _userIsRead = true;
            ReadBuffer buffer = process.Scope.Identity;
            var words = new Text.FieldScanner(buffer.ReadRecord(process.Handle, "status\0"u8) == Errno.None ? Grammar.KeyValues.Find(buffer.Bytes, "Uid"u8) : default);
            words.Next();
            _user = Text.Number.TryUInt32(words.Next(), out uint id) ? process.Root.Accounts.UserName(id) ?? $"{id}" : null;
        }

        return _user;
    }

    private string? MountPointOf(int mount) => Mounts().Find(one => one.MountId == mount)?.Target;

    // The mount of a mark on a whole file system is the first of that device.
    private string? PathOf(FileWatch watch, string line) => !process.Root.IsLive ? null
        : watch.MountId is { } mount ? MountPointOf(mount)
        : watch is { Inode: not null, Device: { } device } ? (_watched ??= new WatchedPaths(process, Mounts())).Find(device, line)
        : Mounts().Find(one => $"{one.DeviceMajor}:{one.DeviceMinor}" == watch.Device)?.Target;

    // The seals belong to the file: another descriptor on it, opened through the link, shows them too.
    private static void AddSeals(FileDescriptorDetail detail, ReadOnlySpan<byte> name, OpenFile directory, ref UnavailableFields missing)
    {
        var file = OpenFile.Open(directory, name, OpenFlags.Reading, out Errno error);
        int seals = file.IsOpen ? Libc.fcntl(file.Number, Libc.F_GET_SEALS) : -1;
        detail.Seals = seals < 0 ? null : (MemorySeals)seals;
        if (file.IsOpen)
        {
            _ = file.Close();
        }
        else
        {
            missing.Add(nameof(detail.Seals), error is Errno.EACCES or Errno.EPERM ? UnavailableReason.Denied : UnavailableReason.NotOnThisKernel);
        }
    }

    private List<Mount> Mounts()
    {
        if (_mounts is null)
        {
            _mounts = [];
            try
            {
                var scope = new ReadScope();
                using ProcessDirectory again = process.Reopen(scope);
                Grammar.Lines.Read<Mount>(new ProcSource(again, "mountinfo") { Report = static _ => { } }, ((Action<Mount>)_mounts.Add).Always());
            }
            catch (ProcException)
            {
                // It has ended, or access to its mounts is denied.
            }
        }

        return _mounts;
    }
}
