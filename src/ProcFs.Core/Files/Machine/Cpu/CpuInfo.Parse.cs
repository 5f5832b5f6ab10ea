using ProcFs.Grammar;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs;

/// <content>Which line is about which processor.</content>
public sealed partial class CpuInfo
{
    private const byte Colon = (byte)':';

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<CpuInfo, bool> emit)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(emit);
        ReadOnlySpan<byte> text = source.ReadAll(new ReadBuffer());
        var reading = new Reading(source);
        int start = 0;
        while (start < text.Length)
        {
            int length = text[start..].IndexOf((byte)'\n');
            int end = length < 0 ? text.Length : start + length;
            reading.Take(text[start..end], start..end);
            start = end + 1;
        }

        _ = reading.Finish(text).TrueForAll(cpu => emit(cpu));
    }

    private void Take(ReadOnlySpan<byte> line, ProcSource source)
    {
        int expected = 0;
        KeyTable keys = ((IFields)this).Keys;
        if (!KeyValues.TryReadLine(line, this, in keys, ref expected, source))
        {
            ((IFields)this).Keep(line, default, source);
        }
    }

    // "version = FF,  identification = 2733E8,  machine = 2964" of s390.
    private void TakeParts(ReadOnlySpan<byte> text, ProcSource source)
    {
        int expected = 0;
        KeyTable keys = ((IFields)this).Keys;
        var parts = new FieldScanner(text);
        while (!parts.Rest.IsEmpty)
        {
            ReadOnlySpan<byte> part = Value.Trim(parts.NextUntil((byte)','));
            if (!part.IsEmpty && !KeyValues.TryReadLine(part, this, in keys, ref expected, source, (byte)'='))
            {
                ((IFields)this).Keep(part, default, source);
            }
        }
    }

    // "2596.122", "3800.000000MHz".
    private static bool TryMegahertz(ReadOnlySpan<byte> value, ProcSource source, out double? frequency)
    {
        bool parsed = Value.TryRead(Value.Trim(value.EndsWith("MHz"u8) ? value[..^3] : value), source, out double number);
        frequency = parsed ? number : null;
        return parsed;
    }

    private static bool TryCacheSize(ReadOnlySpan<byte> value, ProcSource source, out long? size)
    {
        long bytes = 0;
        bool parsed = value.EndsWith(" KB"u8) && Value.TryUnits(value[..^3], 1024, out bytes);
        size = parsed ? bytes : null;
        return parsed;
    }

    private static bool TryHasFpu(ReadOnlySpan<byte> value, ProcSource source, out bool? hasFpu)
    {
        hasFpu = !value.SequenceEqual("no"u8);
        return !value.IsEmpty;
    }

    private static bool TryFpu(ReadOnlySpan<byte> value, ProcSource source, out string? fpu)
    {
        fpu = value.SequenceEqual("yes"u8) || value.SequenceEqual("no"u8) ? null : source.Intern(value);
        return true;
    }

    private static bool TryPhysicalBits(ReadOnlySpan<byte> value, ProcSource source, out int? bits) => TryBits(value, " bits physical"u8, out bits);

    private static bool TryVirtualBits(ReadOnlySpan<byte> value, ProcSource source, out int? bits) => TryBits(value, " bits virtual"u8, out bits);

    // "48 bits physical, 48 bits virtual"
    private static bool TryBits(ReadOnlySpan<byte> value, ReadOnlySpan<byte> what, out int? bits)
    {
        int end = value.IndexOf(what);
        ReadOnlySpan<byte> before = end < 0 ? default : value[..end];
        bool parsed = Text.Number.TryInt32(before[(before.LastIndexOf((byte)' ') + 1)..], out int number);
        bits = parsed ? number : null;
        return parsed;
    }

    /// <summary>The processors of a file, and the lines about all of them.</summary>
    private sealed class Reading(ProcSource source)
    {
        private readonly List<CpuInfo> _cpus = [];
        private readonly List<Range> _common = [];
        private readonly List<Range> _last = [];
        private CpuInfo? _current;
        private bool _hasBareNumber;
        private int _numbered;

        public void Take(ReadOnlySpan<byte> line, Range place)
        {
            int colon = line.IndexOf(Colon);
            ReadOnlySpan<byte> key = colon < 0 ? default : Value.Trim(line[..colon]);
            if (line.IsEmpty)
            {
                EndBlock();
            }
            else if (key.SequenceEqual("processor"u8))
            {
                Start(line);
            }
            else if (key.SequenceEqual("cpu number"u8))
            {
                Return(line);
            }
            else if (key.StartsWith("processor "u8))
            {
                Start([.. "processor:"u8, .. key["processor "u8.Length..]]);
                _current!.TakeParts(line[(colon + 1)..], source);
                EndBlock();
            }
            else if (IsCpuState(key, out ReadOnlySpan<byte> number))
            {
                Start([.. "processor:"u8, .. number]);
                ((IFields)_current!).Keep("state"u8, Value.Trim(line[(colon + 1)..]), source);
                EndBlock();
            }
            else
            {
                (_current is null ? _common : _last).Add(place);
                _current?.Take(line, source);
            }
        }

        public List<CpuInfo> Finish(ReadOnlySpan<byte> text)
        {
            if (_cpus.Count == 0 && _common.Count > 0)
            {
                _cpus.Add(new CpuInfo());
            }

            foreach (CpuInfo cpu in _cpus)
            {
                foreach (Range line in _common)
                {
                    cpu.Take(text[line], source);
                }

                foreach (Range line in _hasBareNumber && cpu != _cpus[^1] ? _last : [])
                {
                    cpu.Take(text[line], source);
                }
            }

            return _cpus;
        }

        // If the processor numbers follow each other without other lines (arm64 before 3.19), the lines after the last number are about all processors.
        private void Start(ReadOnlySpan<byte> line)
        {
            _hasBareNumber |= _current is not null && _last.Count == 0;
            _current = new CpuInfo();
            _current.Take(line, source);
            _cpus.Add(_current);
            _last.Clear();
        }

        // s390 has a line for each processor, and a separate block with its frequency.
        private void Return(ReadOnlySpan<byte> line)
        {
            var numbered = new CpuInfo();
            numbered.Take(line, source);
            int place = _cpus.FindIndex(cpu => cpu.Number is not null && cpu.Number == numbered.Number);
            place = place < 0 ? _numbered : place;
            _numbered++;
            if (place >= _cpus.Count)
            {
                _cpus.Add(numbered);
                place = _cpus.Count - 1;
            }

            _current = _cpus[place];
            _current.Take(line, source);
            _last.Clear();
        }

        private void EndBlock() => _current = null;

        // "CPU0:  online" of sparc.
        private static bool IsCpuState(ReadOnlySpan<byte> key, out ReadOnlySpan<byte> number)
        {
            number = key.StartsWith("CPU"u8) ? key[3..] : default;
            return !number.IsEmpty && Text.Number.TryInt32(number, out _);
        }
    }
}
