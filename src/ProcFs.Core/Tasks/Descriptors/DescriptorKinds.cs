using System.Globalization;
using System.Text;
using ProcFs.Grammar;
using ProcFs.Text;

namespace ProcFs;

/// <summary>Parses the further lines of fdinfo, which depend on the type of file.</summary>
internal static class DescriptorKinds
{
    /// <summary>Sets the properties from the lines. A line that is unknown or has another format is kept.</summary>
    public static void Add(FileDescriptorDetail detail, KeyValuePair<string, string>[] lines, ProcSource source, Func<FileWatch, string, string?> pathOf)
    {
        var kept = new List<KeyValuePair<string, string>>();
        var locks = new List<FileLock>();
        var targets = new List<EventPollTarget>();
        var watches = new List<FileWatch>();
        foreach (KeyValuePair<string, string> line in lines)
        {
            bool isKnown = line.Key switch
            {
                "lock" => TryAdd(locks, LockOf(line.Value, source)),
                "tfd" => TryAdd(targets, TargetOf(line.Value)),
                "inotify" or "fanotify" => TryAdd(watches, WatchOf(line.Value, pathOf)),
                _ => TrySet(detail, line.Key, line.Value, source),
            };
            if (!isKnown)
            {
                kept.Add(line);
            }
        }

        detail.Locks = locks;
        detail.Targets = detail.Type == FileDescriptorType.EventPoll ? targets : null;
        detail.Watches = detail.Type is FileDescriptorType.Inotify or FileDescriptorType.Fanotify ? watches : null;
        detail.Timer = TimerOf(kept);
        KernelObjects.Add(detail, new DescriptorLines(kept));
        detail.Additional = kept;
        detail.NamespaceType = detail.Type == FileDescriptorType.Namespace
            && Enum.TryParse(detail.Target.Split(':')[0], ignoreCase: true, out NamespaceType space) ? space : null;
    }

    private static bool TryAdd<T>(List<T> list, T? item)
        where T : class
    {
        if (item is not null)
        {
            list.Add(item);
        }

        return item is not null;
    }

    private static FileLock? LockOf(string text, ProcSource source) => Parse<FileLock>(LosslessText.Encode(text), source);

    private static T? Parse<T>(ReadOnlySpan<byte> line, ProcSource source)
        where T : class, ILine<T> => T.Parse(line, source);

    // "       5 events:       19 data:                5  pos:0 ino:1f4 sdev:f"
    private static EventPollTarget? TargetOf(string text) =>
        DescriptorInfoFields.First(text) is { } number && DescriptorInfoFields.Hex(text, "events") is { } events
            ? new EventPollTarget
            {
                Number = number,
                Events = (EventPollEvents)events,
                Data = DescriptorInfoFields.Hex(text, "data") ?? 0,
                Inode = DescriptorInfoFields.Hex(text, "ino"),
            }
            : null;

    // "wd:1 ino:3f sdev:800001 mask:fce ignored_mask:0 fhandle-bytes:8 ..."; fanotify starts with a line of flags, without a mask.
    private static FileWatch? WatchOf(string text, Func<FileWatch, string, string?> pathOf)
    {
        if (DescriptorInfoFields.Hex(text, "mask") is not { } mask)
        {
            return null;
        }

        var watch = new FileWatch
        {
            Number = (int?)DescriptorInfoFields.Hex(text, "wd"),
            Inode = DescriptorInfoFields.Hex(text, "ino"),
            Device = DescriptorInfoFields.Device(DescriptorInfoFields.Hex(text, "sdev")),
            MountId = (int?)DescriptorInfoFields.Hex(text, "mnt_id"),
            Events = (FileWatchEvents)mask,
        };
        watch.Target = pathOf(watch, text);
        return watch;
    }

    private static bool TrySet(FileDescriptorDetail detail, string key, string value, ProcSource source)
    {
        bool isNumber = int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number);
        bool isHex = ulong.TryParse(value, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong bits);
        switch (key)
        {
            case "sigmask" when Value.TryHex(Encoding.ASCII.GetBytes(value), source, out SignalSet signals):
                detail.Signals = signals;
                return true;
            case "eventfd-count" when isHex:
                detail.EventCount = bits;
                return true;
            case "eventfd-id" when isNumber:
                detail.EventId = number;
                return true;
            case "eventfd-semaphore" when isNumber:
                detail.IsSemaphore = number != 0;
                return true;
            case "Pid" when isNumber:
                detail.TargetProcessId = number;
                detail.TargetProcessName = number > 0 ? NameOf(source.Root, number) : null;
                return true;
            case "iff":
                detail.InterfaceName = value;
                return true;
            case "tty-index" when isNumber:
                detail.Terminal = $"/dev/pts/{number}";
                return true;
            default:
                return false;
        }
    }

    private static string? NameOf(ProcRoot root, int id)
    {
        using var process = ProcessDirectory.Open(root, id, new IO.ReadScope(), out _);
        return process is null ? null : ProcessIdentity.ReadName(process);
    }

    // A timer consists of several lines, which are removed if all of them are present.
    private static DescriptorTimer? TimerOf(List<KeyValuePair<string, string>> lines)
    {
        string? Value(string key) => lines.Find(line => line.Key == key).Value;
        if (Value("clockid") is not { } clock || Value("ticks") is not { } ticks || Value("it_value") is not { } remaining || Value("it_interval") is not { } interval)
        {
            return null;
        }

        // In octal: TFD_TIMER_ABSTIME is 1, and TFD_TIMER_CANCEL_ON_SET, which it can go with, is 2.
        bool isAbsolute = Value("settime flags") is [.., '1' or '3' or '5' or '7'];
        lines.RemoveAll(line => line.Key is "clockid" or "ticks" or "it_value" or "it_interval" or "settime flags");
        return new DescriptorTimer
        {
            Clock = int.TryParse(clock, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? DescriptorTimer.ClockOf(number) : clock,
            Ticks = long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out long count) ? count : 0,
            Remaining = DescriptorInfoFields.Time(remaining),
            Interval = DescriptorInfoFields.Time(interval),
            IsAbsolute = isAbsolute,
        };
    }
}
