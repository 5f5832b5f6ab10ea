using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs;

/// <summary>Reads <c>/proc/&lt;pid&gt;/mountstats</c>: a line a mount, and behind it, indented, the lines that the file system adds.</summary>
internal sealed class MountStatisticsReader(ProcSource source, Func<MountStatistics, bool> emit)
{
    private const string OperationForm = "the name of a procedure and eight numbers";
    private const string Form = "\"device <source> mounted on <target> with fstype <type>\"";

    // enum nfs_stat_eventcounters and nfs_stat_bytecounters of include/linux/nfs_iostat.h.
    private static readonly string[] s_events =
    [
        "InodeRevalidate", "DentryRevalidate", "DataInvalidate", "AttrInvalidate", "VfsOpen", "VfsLookup", "VfsAccess", "VfsUpdatePage",
        "VfsReadPage", "VfsReadPages", "VfsWritePage", "VfsWritePages", "VfsGetDents", "VfsSetAttr", "VfsFlush", "VfsFsync", "VfsLock",
        "VfsRelease", "CongestionWait", "SetAttrTrunc", "ExtendWrite", "SillyRename", "ShortRead", "ShortWrite", "Delay", "PnfsRead",
        "PnfsWrite",
    ];

    private static readonly string[] s_bytes =
    [
        "NormalReadBytes", "NormalWrittenBytes", "DirectReadBytes", "DirectWrittenBytes", "ServerReadBytes", "ServerWrittenBytes",
        "ReadPages", "WritePages",
    ];

    private readonly List<string> _text = [];
    private readonly List<RpcOperation> _operations = [];
    private readonly OrderedDictionary<string, long> _counters = [];
    private MountStatistics? _mount;
    private bool _isInOperations;
    private int _number;
    private bool _isPassedOver;
    private bool _isStopped;

    public void Read()
    {
        using LineReader lines = source.OpenLines();
        Errno error = Errno.None;
        while (!_isStopped && lines.Next(out error))
        {
            if (!lines.Line.IsEmpty)
            {
                Take(lines.Line, lines.LineNumber);
            }
        }

        if (error != Errno.None)
        {
            throw source.Failure(error);
        }

        Finish();
    }

    private void Take(ReadOnlySpan<byte> line, int lineNumber)
    {
        bool isIndented = line[0] is (byte)'\t' or (byte)' ';
        if (!isIndented && ParseMount(line) is { } mount)
        {
            Finish();
            _number++;
            mount.Number = _number;
            _mount = mount;
            return;
        }

        if (!isIndented || (_mount is null && !_isPassedOver))
        {
            PassOver(line, lineNumber);
        }

        if (_mount is null)
        {
            return;
        }

        _text.Add(LosslessText.Decode(line.TrimStart("\t "u8)));
        if (isIndented)
        {
            TakeDetail(line, lineNumber);
        }
    }

    // A value may hold a newline: what comes behind it still belongs to the mount before.
    private void PassOver(ReadOnlySpan<byte> line, int lineNumber)
    {
        source.Report(source.Malformed(lineNumber, line, Form));
        _number++;
        _isPassedOver = true;
        if (line.StartsWith("device "u8) || line.StartsWith("no device "u8))
        {
            Finish();
        }
    }

    // The words between the fields hold no escapes, and the fields hold no spaces.
    private MountStatistics? ParseMount(ReadOnlySpan<byte> line)
    {
        bool hasDevice = line.StartsWith("device "u8);
        if (!hasDevice && !line.StartsWith("no device "u8))
        {
            return null;
        }

        var fields = new FieldScanner(line[(hasDevice ? "device ".Length : "no device ".Length)..]);
        ReadOnlySpan<byte> device = hasDevice ? fields.NextUntil((byte)' ') : default;
        if (!TakeWords(ref fields, "mounted on "u8))
        {
            return null;
        }

        ReadOnlySpan<byte> target = fields.NextUntil((byte)' ');
        if (target.IsEmpty || !TakeWords(ref fields, "with fstype "u8))
        {
            return null;
        }

        ReadOnlySpan<byte> type = fields.NextUntil((byte)' ');
        ReadOnlySpan<byte> version = fields.Rest.Trim((byte)' ');
        return new MountStatistics
        {
            ProcessId = source.ProcessId ?? 0,
            ProcessName = source.ProcessName ?? "",
            Source = hasDevice ? MountText.Of(device, source) : null,
            Target = MountText.Of(target, source),
            Type = MountText.Of(type, source),
            Version = version.StartsWith("statvers="u8) ? source.Intern(version["statvers=".Length..]) : null,
        };
    }

    private static bool TakeWords(ref FieldScanner fields, ReadOnlySpan<byte> words)
    {
        bool starts = fields.Rest.StartsWith(words);
        fields = new FieldScanner(starts ? fields.Rest[words.Length..] : default);
        return starts;
    }

    private void TakeDetail(ReadOnlySpan<byte> line, int lineNumber)
    {
        ReadOnlySpan<byte> trimmed = line.Trim("\t "u8);
        int colon = trimmed.IndexOf((byte)':');
        ReadOnlySpan<byte> key = colon < 0 ? trimmed : trimmed[..colon];
        ReadOnlySpan<byte> value = colon < 0 ? default : trimmed[(colon + 1)..].Trim("\t "u8);
        if (_isInOperations)
        {
            if (RpcOperation.Parse(key, value, source) is { } operation)
            {
                _operations.Add(operation);
            }
            else if (colon >= 0)
            {
                source.Report(source.Malformed(lineNumber, line, OperationForm));
            }
        }
        else if (key.SequenceEqual("opts"u8))
        {
            _mount!.Options = MountText.Options(value, source);
        }
        else if (key.SequenceEqual("age"u8) && Number.TryUInt32(value, out uint seconds))
        {
            _mount!.Age = TimeSpan.FromSeconds(seconds);
        }
        else if (key.SequenceEqual("events"u8))
        {
            TakeCounters(value, s_events, "Event");
        }
        else if (key.SequenceEqual("bytes"u8))
        {
            TakeCounters(value, s_bytes, "Bytes");
        }

        _isInOperations |= key.SequenceEqual("per-op statistics"u8);
    }

    // A counter that a later kernel adds behind those known gets its position as a name.
    private void TakeCounters(ReadOnlySpan<byte> value, string[] names, string others)
    {
        var fields = new FieldScanner(value);
        ReadOnlySpan<byte> field = fields.Next();
        for (int i = 0; !field.IsEmpty; i++, field = fields.Next())
        {
            if (Grammar.Value.TryRead(field, source, out long count))
            {
                _counters[i < names.Length ? names[i] : $"{others}{i}"] = count;
            }
        }
    }

    private void Finish()
    {
        if (_mount is { } mount)
        {
            mount.Text = _text.Count > 0 ? [.. _text] : null;
            mount.Operations = _isInOperations ? [.. _operations] : null;
            mount.Counters = _counters.Count > 0 ? new OrderedDictionary<string, long>(_counters) : null;
            _isStopped = !emit(mount);
        }

        _mount = null;
        _isInOperations = false;
        _text.Clear();
        _operations.Clear();
        _counters.Clear();
    }
}
