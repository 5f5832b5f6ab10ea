using ProcFs.Grammar;
using ProcFs.Text;

namespace ProcFs;

/// <content>From the text of the line.</content>
public sealed partial class ProcessStat
{
    // 1 as the start of the code means that the reader is not allowed to see the addresses; the exit code is then written as 0.
    private bool _hidesAddresses;
    private UnavailableReason? _whyWithoutStart;

    /// <summary>Parses the text of the file. An unreadable value leaves its property null, with the reason in <see cref="Unavailable"/>.</summary>
    /// <exception cref="ProcException">The line does not have the format of the file.</exception>
    public static ProcessStat Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var stat = new ProcessStat();
        if (!StatLine.TryParse(text, out StatLine line)
            || !Lines.ReadFields(line.Numbers, stat, source, StatLine.FewestNumbers, StatLine.FirstNumber))
        {
            throw source.Malformed(1, text.TrimEnd((byte)'\n'), "the fields of a stat line");
        }

        source.TakeIdentity(text);
        stat.ProcessId = source.ProcessId ?? line.Id;
        stat.ThreadId = line.Id;
        stat.Comm = LosslessText.Decode(line.Comm);
        stat.Name = source.ProcessId == line.Id && source.ProcessName is { Length: > 0 } name ? name : stat.Comm;
        stat.State = ProcessStates.Of(line.State);
        stat.StartTime = stat.StartTicks is { } ticks ? source.Root.Facts.AfterBoot(ticks) : null;
        stat._whyWithoutStart = stat.StartTicks is null || source.Root.Facts.BootTime is not null ? null : source.WhyWithoutStart(stat.StartTime);
        return stat;
    }

    private void AddMissing(ref UnavailableFields fields) => fields.Add(nameof(StartTime), _whyWithoutStart);

    private bool TryStartCode(ReadOnlySpan<byte> value, ProcSource source, out ulong? address)
    {
        _hidesAddresses = value is [(byte)'1'];
        return Value.TryAddress(value, source, out address);
    }

    private bool TryExitCode(ReadOnlySpan<byte> value, ProcSource source, out int? code)
    {
        bool parsed = Value.TryRead(value, source, out int number);
        code = _hidesAddresses ? null : number;
        return parsed;
    }

    private UnavailableReason? WhyMissing(string property, bool isFound)
    {
        if (!isFound)
        {
            return UnavailableReason.NotOnThisKernel;
        }

        if (_hidesAddresses && (property == nameof(ExitCode) || IsAddress(property)))
        {
            return UnavailableReason.Denied;
        }

        return StartCode is null && State is ProcessState.Zombie or ProcessState.Dead && IsAddress(property) ? UnavailableReason.Gone : null;
    }

    // Except the stack and instruction pointers: only an exiting task has these.
    private static bool IsAddress(string property) => property
        is nameof(StartCode) or nameof(EndCode) or nameof(StartStack)
        or nameof(StartData) or nameof(EndData) or nameof(StartBreak)
        or nameof(ArgumentStart) or nameof(ArgumentEnd)
        or nameof(EnvironmentStart) or nameof(EnvironmentEnd);
}
