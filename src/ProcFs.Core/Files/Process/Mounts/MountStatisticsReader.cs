using ProcFs.Grammar;
using ProcFs.Text;

namespace ProcFs;

/// <summary>Reads <c>/proc/&lt;pid&gt;/mountstats</c>: a line per mount, followed by the indented lines that the file system adds.</summary>
internal sealed class MountStatisticsReader(ProcSource source, Func<MountStatistics, bool> emit)
{
    private const string MountForm = "\"device <source> mounted on <target> with fstype <type>\"";
    private const string DetailForm = "an indented line of a file system's statistics";
    private const string OperationForm = "a procedure and eight or nine numbers";

    private int _number;
    private bool _isInDetails;

    public void Read() => Blocks.Read(source, StartsMount, Take);

    // A file system can write text that breaks its line in two. After its lines have begun, only a line that looks like a mount is one.
    private bool StartsMount(ReadOnlySpan<byte> line)
    {
        bool isIndented = IsIndented(line);
        bool starts = !isIndented && (!_isInDetails || HasDevice(line) is not null);
        _isInDetails = isIndented || (_isInDetails && !starts);
        return starts;
    }

    private static bool IsIndented(ReadOnlySpan<byte> line) => line is [] or [(byte)'\t' or (byte)' ', ..];

    // Null for a line that is not a mount.
    private static bool? HasDevice(ReadOnlySpan<byte> line) =>
        line.StartsWith("device "u8) ? true : line.StartsWith("no device "u8) ? false : null;

    private bool Take(ReadOnlySpan<byte> block, int firstLine)
    {
        _number++;
        var lines = new LineScanner(block);
        lines.Next();
        MountStatistics mount = ParseMount(lines.Line) ?? throw source.Malformed(firstLine, lines.Line, MountForm);
        TakeDetails(lines, mount, firstLine - 1);
        return emit(mount);
    }

    // The words between the fields contain no escapes, and the fields contain no spaces.
    private MountStatistics? ParseMount(ReadOnlySpan<byte> line)
    {
        if (HasDevice(line) is not { } hasDevice)
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
        ReadOnlySpan<byte> version = Value.Trim(fields.Rest);
        return new MountStatistics
        {
            ProcessId = source.ProcessId ?? 0,
            ProcessName = source.ProcessName ?? "",
            Number = _number,
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

    private void TakeDetails(LineScanner lines, MountStatistics mount, int linesBefore)
    {
        IFields fields = mount;
        KeyTable keys = fields.Keys;
        int expected = 0;
        List<string>? text = null;
        List<RpcOperation>? operations = null;
        while (lines.Next())
        {
            ReadOnlySpan<byte> line = Value.Trim(lines.Line);
            if (line.IsEmpty)
            {
                continue;
            }

            (text ??= []).Add(LosslessText.Decode(line));
            if (!IsIndented(lines.Line))
            {
                source.Report(source.Malformed(linesBefore + lines.Number, lines.Line, DetailForm));
            }
            else if (operations is not null)
            {
                TakeOperation(line, operations, linesBefore + lines.Number);
            }
            else if (line.SequenceEqual("per-op statistics"u8))
            {
                operations = [];
            }
            else
            {
                KeyValues.TryReadLine(line, fields, in keys, ref expected, source);
            }
        }

        mount.Text = text?.ToArray();
        mount.Operations = operations?.ToArray();
    }

    private void TakeOperation(ReadOnlySpan<byte> line, List<RpcOperation> operations, int lineNumber)
    {
        if (RpcOperation.Parse(line, source) is { } operation)
        {
            operations.Add(operation);
        }
        else
        {
            source.Report(source.Malformed(lineNumber, line, OperationForm));
        }
    }
}
