using System.Text;
using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs;

/// <summary>
/// Reads kallsyms line by line. The kernel's own symbols come sorted by address, so the size of one is known as soon as
/// a higher address comes by; the symbols of a module are in no order and wait for the module's last.
/// </summary>
internal sealed class KernelSymbolReader(ProcSource source, KernelSymbolFilter filter, Func<KernelSymbol, bool> emit)
{
    private readonly List<Pending> _pending = [];
    private readonly TextPool _modules = new();
    private readonly List<ulong> _moduleAddresses = [];
    private byte[] _module = [];
    private bool _isStopped;

    /// <summary>Reads to the end, or until the receiver or the caller stops it.</summary>
    public void Read(CancellationToken stop)
    {
        using LineReader lines = source.OpenLines();
        Errno error = Errno.None;
        while (!_isStopped && lines.Next(out error))
        {
            stop.ThrowIfCancellationRequested();
            if (SymbolLine.TryParse(lines.Line, out SymbolLine line))
            {
                Take(line);
            }
            else
            {
                source.Report(source.Malformed(lines.LineNumber, lines.Line, "an address, a type and a name"));
            }
        }

        EmitModule();
        if (error != Errno.None)
        {
            source.Report(source.Failure(error));
        }
    }

    private void Take(SymbolLine line)
    {
        if (!line.Module.SequenceEqual(_module))
        {
            EmitModule();
            _module = line.Module.ToArray();
        }

        bool ends = !MappingSymbol.Is(line.Name);
        if (_module.Length > 0 && ends)
        {
            _moduleAddresses.Add(line.Address);
        }
        else if (_module.Length == 0 && ends && _pending.Count > 0 && (line.Address != _pending[0].Address || IsHidden(line)))
        {
            EmitPending(line.Address, IsHidden(line));
        }

        if (filter.Accepts(line.Type, line.Name, line.Module))
        {
            string? module = _module.Length == 0 ? null : _modules.Intern(_module);
            _pending.Add(new Pending(line.Address, line.Type, TextOf(line.Name), module));
        }
    }

    // Where addresses are shown, 0 is the start of the per-CPU area, whose symbols are absolute.
    private static bool IsHidden(SymbolLine line) => line.Address == 0 && line.Type is not ('A' or 'a');

    // Nearly every name is ASCII; the general decoding would look at each byte twice.
    private static string TextOf(ReadOnlySpan<byte> name) =>
        Ascii.IsValid(name) ? Encoding.ASCII.GetString(name) : LosslessText.Decode(name);

    // A mapping symbol ends none before it, and shares the address of the symbol behind it: it waits for the end of that.
    private void EmitPending(ulong next, bool isLast)
    {
        int count = isLast ? _pending.Count : _pending.FindIndex(symbol => symbol.Address == next);
        count = count < 0 ? _pending.Count : count;
        foreach (Pending symbol in _pending[..count])
        {
            // Symbols of the per-CPU area count from 0: the step from there to the kernel's own half is no size.
            bool isSize = next > symbol.Address && (next ^ symbol.Address) >> 63 == 0;
            bool isHidden = symbol.Address == 0 && next == 0;
            Emit(symbol.At(isHidden ? null : symbol.Address, isSize ? (long)(next - symbol.Address) : null));
        }

        _pending.RemoveRange(0, count);
    }

    private void EmitModule()
    {
        if (_module.Length == 0)
        {
            EmitPending(0, isLast: true);
            return;
        }

        _moduleAddresses.Sort();
        foreach (Pending symbol in _pending)
        {
            int found = _moduleAddresses.BinarySearch(symbol.Address);
            int index = found < 0 ? ~found : found;
            while (index < _moduleAddresses.Count && _moduleAddresses[index] == symbol.Address)
            {
                index++;
            }

            bool isHidden = symbol.Address == 0;
            bool isLast = index == _moduleAddresses.Count;
            Emit(symbol.At(isHidden ? null : symbol.Address, isHidden || isLast ? null : (long)(_moduleAddresses[index] - symbol.Address)));
        }

        _pending.Clear();
        _moduleAddresses.Clear();
    }

    private void Emit(KernelSymbol symbol) => _isStopped = _isStopped || !emit(symbol);

    private readonly record struct Pending(ulong Address, char Type, string Name, string? Module)
    {
        public KernelSymbol At(ulong? address, long? size) => new(address, Type, Name, Module, size);
    }
}
