using System.Diagnostics;
using ProcFs.Interop;
using ProcFs.IO;

namespace ProcFs;

/// <summary>A descriptor at its last sample.</summary>
internal sealed class WatchedFd(int number)
{
    private byte[] _link = [];
    private WatchedFile? _file;
    private FileKind _kind;
    private ulong? _inode;
    private FileSpeed _speed;
    private bool _hasMoved;
    private Descriptor? _info;

    public int Number => number;

    /// <summary>The number of the last sample that saw it.</summary>
    public int Round { get; set; }

    /// <summary>Whether its changes were requested.</summary>
    public bool IsWanted { get; set; }

    public LinkTarget Target { get; private set; }

    public FileDescriptorAccess? Access { get; private set; }

    public long? Position { get; private set; }

    public long? Size { get; private set; }

    /// <summary>Bytes per second; null if it has not moved, or was moved back.</summary>
    public double? Speed => _hasMoved ? _speed.BytesPerSecond : null;

    /// <summary>The sample that saw it move, and the time.</summary>
    public (int Round, long Time) Moved { get; private set; } = (-1, 0);

    public bool IsFile => _kind == FileKind.Regular;

    /// <summary>Whether it is read up to a known end.</summary>
    public bool IsOnTheWay => IsRead && Position < Size;

    // A file that is read and written, and whose position is at the end, may grow with it.
    public double? Percent => IsOnTheWay || (Access == FileDescriptorAccess.Read && Position == Size && Size > 0) ? 100.0 * Position / Size : null;

    private bool IsRead => Access is FileDescriptorAccess.Read or FileDescriptorAccess.ReadWrite;

    private bool HasPosition => _kind is FileKind.Regular or FileKind.BlockDevice;

    /// <summary>Samples it as a new descriptor; false if it was closed meanwhile.</summary>
    public bool Start(FdFolder folder, ReadOnlySpan<byte> name, out Errno error)
    {
        error = folder.ReadLink(name, out ReadOnlySpan<byte> link);
        if (error != Errno.None)
        {
            return false;
        }

        Statx? file = folder.Stat(name);
        _link = link.ToArray();
        _file = file is { } known ? WatchedFile.Of(known) : null;
        _kind = file?.Kind ?? FileKind.Unknown;
        Target = folder.Resolve(link, file);
        FdPosition? position = HasPosition ? folder.ReadPosition(name, ref _info, out error) : null;
        if (error is Errno.ENOENT or Errno.ESRCH)
        {
            return false;
        }

        error = Errno.None;
        _inode = position?.Inode;
        Access = position?.Access;
        Position = position?.Offset;
        Size = file is { } sized && HasPosition ? IsFile ? (long)sized.Size : BlockDevice.SizeOf(sized) : null;
        _hasMoved = false;
        _speed.Restart(Stopwatch.GetTimestamp());
        return true;
    }

    /// <summary>Samples it again, and returns the change; the error if it was closed meanwhile, or access was denied.</summary>
    /// <param name="folder">Its directory.</param>
    /// <param name="name">Its name there.</param>
    /// <param name="isHeldBack">Whether a moved position is left for a later sample.</param>
    /// <param name="error">The error if it could not be sampled.</param>
    public FdChangeKind? Look(FdFolder folder, ReadOnlySpan<byte> name, bool isHeldBack, out Errno error)
    {
        error = folder.ReadLink(name, out ReadOnlySpan<byte> link);
        bool isRenamed = !link.SequenceEqual(_link);
        if (error != Errno.None || (!isRenamed && !HasPosition))
        {
            return null;
        }

        FdPosition? position = null;
        if (HasPosition)
        {
            position = folder.ReadPosition(name, ref _info, out error);
            if (error is Errno.ENOENT or Errno.ESRCH)
            {
                return null;
            }

            error = Errno.None;
        }

        bool isSurelySame = !isRenamed && position?.Inode is not null && position.Value.Inode == _inode;
        if (position?.Access != Access || (!isSurelySame && !IsSameFile(folder, name, link, isRenamed)))
        {
            return Start(folder, name, out error) ? FdChangeKind.Retargeted : null;
        }

        _inode = position?.Inode;
        return position is { } now && Advance(folder, name, now.Offset, isHeldBack) ? FdChangeKind.Advanced : null;
    }

    /// <summary>Closes the file that is kept open for it.</summary>
    public void Forget(FdFolder folder) => folder.Forget(ref _info);

    /// <summary>Records which sample saw it move.</summary>
    public void NoteMove(int round) => Moved = (round, Stopwatch.GetTimestamp());

    /// <summary>The change, with the current data of the descriptor.</summary>
    public FdChange Describe(WatchedProcess process, FdChangeKind change, string? previous = null)
    {
        double? speed = change == FdChangeKind.Advanced ? Speed : null;
        double? seconds = IsOnTheWay ? (Size - Position) / speed : null;
        return new FdChange
        {
            Time = DateTimeOffset.Now,
            ProcessId = process.ProcessId,
            ProcessName = process.Name,
            StartTime = process.StartTime,
            Number = number,
            Change = change,
            Target = Target.Text,
            PreviousTarget = previous,
            Type = Target.Type,
            IsDeleted = Target.IsDeleted,
            Access = Access,
            Position = Position,
            Size = Size,
            Percent = Percent,
            Speed = speed is { } known ? (long)Math.Round(known) : null,
            TimeLeft = seconds < TimeSpan.MaxValue.TotalSeconds / 2 ? TimeSpan.FromSeconds(seconds.Value) : null,
        };
    }

    private bool IsSameFile(FdFolder folder, ReadOnlySpan<byte> name, ReadOnlySpan<byte> link, bool isRenamed)
    {
        if (link is not [(byte)'/', ..] || folder.Stat(name) is not { } file || _file != WatchedFile.Of(file))
        {
            return false;
        }

        if (isRenamed)
        {
            _link = link.ToArray();
            Target = folder.Resolve(link, file);
        }

        return true;
    }

    // The time before the first move does not count for the speed.
    private void RestStill(bool isStill)
    {
        if (!_hasMoved)
        {
            _speed.Restart(Stopwatch.GetTimestamp());
        }
        else if (isStill)
        {
            _speed.Add(0, Stopwatch.GetTimestamp());
        }
    }

    private bool Advance(FdFolder folder, ReadOnlySpan<byte> name, long offset, bool isHeldBack)
    {
        long moved = offset - (Position ?? offset);
        if (moved == 0 || isHeldBack)
        {
            RestStill(moved == 0);
            return false;
        }

        _hasMoved = moved > 0;
        if (_hasMoved)
        {
            _speed.Add(moved, Stopwatch.GetTimestamp());
        }
        else
        {
            _speed.Restart(Stopwatch.GetTimestamp());
        }

        Position = offset;
        Size = IsFile && folder.Stat(name) is { } file ? (long)file.Size : Size;
        return true;
    }
}
