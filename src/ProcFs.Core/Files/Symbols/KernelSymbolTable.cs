using System.Text;
using ProcFs.Text;

namespace ProcFs;

/// <summary>
/// The symbols of kallsyms in compact form: about 50 bytes each, names included. It grows while it is read; another thread may already use the symbols
/// whose sizes are known.
/// </summary>
internal sealed class KernelSymbolTable
{
    private const int FirstCapacity = 4096;
    private const long NoSize = -1;
    private const long Hidden = -2;

    private readonly List<string?> _moduleNames = [null];
    private readonly List<byte[]> _modules = [[]];
    private readonly Dictionary<string, int> _numbers = [];
    private byte[] _names = new byte[FirstCapacity * 16];
    private int[] _ends = new int[FirstCapacity];
    private ulong[] _addresses = new ulong[FirstCapacity];
    private long[] _sizes = new long[FirstCapacity];
    private byte[] _types = new byte[FirstCapacity];
    private int[] _moduleOf = new int[FirstCapacity];
    private int _lastModule;
    private SortedAddresses? _sorted;

    /// <summary>The number of symbols.</summary>
    public int Count { get; private set; }

    /// <summary>Whether the kernel hid all addresses from the reader.</summary>
    public bool IsHidden => Count > 0 && HiddenCount == Count;

    private int HiddenCount { get; set; }

    /// <summary>The symbol at a position, in the kernel's order.</summary>
    public KernelSymbol this[int index] => new(this, index);

    /// <summary>The bytes of the name.</summary>
    public ReadOnlySpan<byte> NameOf(int index)
    {
        int start = index == 0 ? 0 : _ends[index - 1];
        return _names.AsSpan(start, _ends[index] - start);
    }

    /// <summary>The name as text. Nearly every name is ASCII; the general decoding would look at each byte twice.</summary>
    public string TextOf(int index)
    {
        ReadOnlySpan<byte> name = NameOf(index);
        return Ascii.IsValid(name) ? Encoding.ASCII.GetString(name) : LosslessText.Decode(name);
    }

    /// <summary>The address as written; 0 if it is hidden.</summary>
    public ulong WrittenAddressOf(int index) => _addresses[index];

    /// <summary>The address; null if it is hidden.</summary>
    public ulong? AddressOf(int index) => _sizes[index] == Hidden ? null : _addresses[index];

    /// <summary>The size; null if it is unknown.</summary>
    public long? SizeOf(int index) => _sizes[index] >= 0 ? _sizes[index] : null;

    /// <summary>The type letter.</summary>
    public char TypeOf(int index) => (char)_types[index];

    /// <summary>The name of the module; null for the kernel itself.</summary>
    public string? ModuleOf(int index) => _moduleNames[_moduleOf[index]];

    /// <summary>Whether the symbol only marks where code of another kind begins.</summary>
    public bool IsMapping(int index) => MappingSymbol.Is(NameOf(index));

    /// <summary>Whether a filter accepts a symbol.</summary>
    public bool IsAccepted(KernelSymbolFilter filter, int index) => filter.Accepts(TypeOf(index), NameOf(index), _modules[_moduleOf[index]]);

    /// <summary>Adds the symbol of a line. Its size is not known yet.</summary>
    public void Add(SymbolLine line)
    {
        if (Count == _ends.Length)
        {
            int capacity = Count * 2;
            Array.Resize(ref _ends, capacity);
            Array.Resize(ref _addresses, capacity);
            Array.Resize(ref _sizes, capacity);
            Array.Resize(ref _types, capacity);
            Array.Resize(ref _moduleOf, capacity);
        }

        int start = Count == 0 ? 0 : _ends[Count - 1];
        int end = checked(start + line.Name.Length);
        if (end > _names.Length)
        {
            Array.Resize(ref _names, (int)Math.Min(Math.Max(end, _names.Length * 2L), Array.MaxLength));
        }

        line.Name.CopyTo(_names.AsSpan(start));
        _ends[Count] = end;
        _addresses[Count] = line.Address;
        _sizes[Count] = NoSize;
        _types[Count] = (byte)line.Type;
        _moduleOf[Count] = NumberOf(line.Module);
        Count++;
    }

    /// <summary>States the size of a symbol; null if it has none.</summary>
    public void SetSize(int index, long? size) => _sizes[index] = size ?? NoSize;

    /// <summary>States that the kernel hides the address of a symbol.</summary>
    public void Hide(int index)
    {
        _sizes[index] = Hidden;
        HiddenCount++;
    }

    /// <summary>
    /// The nearest symbol at or below an address; null if the address lies below all symbols, or behind the end of the last one of its area. Of several symbols at
    /// one address it is the first of kallsyms, as in the kernel's own traces.
    /// </summary>
    public SymbolLocation? Find(ulong address)
    {
        _sorted ??= new SortedAddresses(this);
        if (_sorted.Find(address) is not { } index)
        {
            return null;
        }

        ulong start = _addresses[index];
        bool isBehind = SizeOf(index) is { } size ? address - start >= (ulong)size : address != start;
        return isBehind ? null : new SymbolLocation(address, this[index]);
    }

    // The lines of a module follow each other.
    private int NumberOf(ReadOnlySpan<byte> module)
    {
        if (module.IsEmpty || module.SequenceEqual(_modules[_lastModule]))
        {
            return module.IsEmpty ? 0 : _lastModule;
        }

        string name = LosslessText.Decode(module);
        if (!_numbers.TryGetValue(name, out _lastModule))
        {
            _lastModule = _modules.Count;
            _numbers.Add(name, _lastModule);
            _modules.Add(module.ToArray());
            _moduleNames.Add(name);
        }

        return _lastModule;
    }

    /// <summary>The addresses in order, with the positions of their symbols.</summary>
    private sealed class SortedAddresses
    {
        private readonly ulong[] _keys;
        private readonly int[] _positions;

        public SortedAddresses(KernelSymbolTable table)
        {
            _positions = [.. Enumerable.Range(0, table.Count).Where(index => table.AddressOf(index) is not null && !table.IsMapping(index))];
            _keys = Array.ConvertAll(_positions, table.WrittenAddressOf);
            Array.Sort(_keys, _positions);
        }

        public int? Find(ulong address)
        {
            int at = Array.BinarySearch(_keys, address);
            at = at >= 0 ? at : ~at - 1;
            if (at < 0 || (address ^ _keys[at]) >> 63 != 0)
            {
                return null;
            }

            int first = at;
            int last = at;
            while (first > 0 && _keys[first - 1] == _keys[at])
            {
                first--;
            }

            while (last + 1 < _keys.Length && _keys[last + 1] == _keys[at])
            {
                last++;
            }

            // Sorting does not keep the order of equal addresses.
            int found = _positions[first];
            for (int i = first + 1; i <= last; i++)
            {
                found = Math.Min(found, _positions[i]);
            }

            return found;
        }
    }
}
