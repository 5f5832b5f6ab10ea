using ProcFs.Interop;
using ProcFs.IO;

namespace ProcFs;

/// <summary>
/// Reads kallsyms line by line. The kernel's own symbols come sorted by address, so the size of one is known as soon as
/// a higher address comes by; the symbols of a module are in no order and wait for the module's last.
/// </summary>
internal sealed class KernelSymbolReader(ProcSource source, KernelSymbolFilter filter, Func<KernelSymbol, bool> emit)
{
    private readonly List<ulong> _moduleAddresses = [];
    private byte[] _module = [];
    private int _first;
    private bool _isStopped;
    private bool _isWhole = true;

    /// <summary>The symbols read so far.</summary>
    public KernelSymbolTable Table { get; } = new();

    /// <summary>Reads to the end, or until the receiver or the caller stops it.</summary>
    /// <returns>All symbols; null if not all of them were read.</returns>
    public KernelSymbolTable? Read(CancellationToken stop)
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
                _isWhole = false;
                source.Report(source.Malformed(lines.LineNumber, lines.Line, "an address, a type and a name"));
            }
        }

        EndModule();
        if (error != Errno.None)
        {
            _isWhole = false;
            source.Report(source.Failure(error));
        }

        return _isWhole && !_isStopped ? Table : null;
    }

    private void Take(SymbolLine line)
    {
        if (!line.Module.SequenceEqual(_module))
        {
            EndModule();
            _module = line.Module.ToArray();
        }

        bool ends = !MappingSymbol.Is(line.Name);
        if (_module.Length > 0 && ends)
        {
            _moduleAddresses.Add(line.Address);
        }
        else if (_module.Length == 0 && ends && _first < Table.Count && (line.Address != Table.WrittenAddressOf(_first) || IsHidden(line)))
        {
            EndAt(line.Address, IsHidden(line));
        }

        Table.Add(line);
    }

    // Where addresses are shown, 0 is the start of the per-CPU area, whose symbols are absolute.
    private static bool IsHidden(SymbolLine line) => line.Address == 0 && line.Type is not ('A' or 'a');

    // A mapping symbol ends none before it, and shares the address of the symbol behind it: it waits for the end of that.
    private void EndAt(ulong next, bool isLast)
    {
        for (; _first < Table.Count && !_isStopped; _first++)
        {
            ulong address = Table.WrittenAddressOf(_first);
            if (!isLast && address == next)
            {
                break;
            }

            // Symbols of the per-CPU area count from 0: the step from there to the kernel's own half is no size.
            bool isSize = next > address && (next ^ address) >> 63 == 0;
            Table.SetSize(_first, isSize ? (long)(next - address) : null);
            Emit(_first, isHidden: address == 0 && next == 0);
        }
    }

    private void EndModule()
    {
        if (_module.Length == 0)
        {
            EndAt(0, isLast: true);
            return;
        }

        _moduleAddresses.Sort();
        for (; _first < Table.Count && !_isStopped; _first++)
        {
            ulong address = Table.WrittenAddressOf(_first);
            int found = _moduleAddresses.BinarySearch(address);
            int index = found < 0 ? ~found : found;
            while (index < _moduleAddresses.Count && _moduleAddresses[index] == address)
            {
                index++;
            }

            Table.SetSize(_first, index == _moduleAddresses.Count ? null : (long)(_moduleAddresses[index] - address));
            Emit(_first, isHidden: address == 0);
        }

        _moduleAddresses.Clear();
    }

    private void Emit(int index, bool isHidden)
    {
        if (isHidden)
        {
            Table.Hide(index);
        }

        if (Table.IsAccepted(filter, index))
        {
            _isStopped = !emit(Table[index]);
        }
    }
}
