using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/&lt;pid&gt;/stack</c> and <c>/proc/&lt;pid&gt;/task/&lt;tid&gt;/stack</c>: a return address in the kernel. A running task has none.
/// Source: proc_pid_stack(5), fs/proc/base.c.
/// </summary>
public sealed class KernelStackFrame : ITable<KernelStackFrame>
{
    private const string Form = "an address and a symbol";

    private KernelStackFrame()
    {
    }

    /// <summary>The id of the process.</summary>
    public required int ProcessId { get; init; }

    /// <summary>The id of the thread, if read for one; null for the process, which is represented by its first thread.</summary>
    public required int? ThreadId { get; init; }

    /// <summary>The full name of the process.</summary>
    public required string ProcessName { get; init; }

    /// <summary>The position in the stack, from 0 for the innermost frame.</summary>
    public required int Index { get; init; }

    /// <summary>The address; null if the kernel hides it, as it does since 4.15.</summary>
    [Unit(Unit.Address)] public required ulong? Address { get; init; }

    /// <summary>The function; null if the address is not in a known one.</summary>
    public required string? Symbol { get; init; }

    /// <summary>The offset in the function, in bytes.</summary>
    public required long? Offset { get; init; }

    /// <summary>The size of the function, in bytes.</summary>
    [Unit(Unit.Bytes)] public required long? Size { get; init; }

    /// <summary>The module of the function; null for the kernel itself.</summary>
    public required string? Module { get; init; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public required IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; init; }

    internal static View View => new(
        typeof(KernelStackFrame),
        new(nameof(ProcessId), 9),
        new(nameof(ProcessName), 16),
        new(nameof(Index), 5),
        new(nameof(Symbol)) { Label = "Place", With = [nameof(Offset), nameof(Size), nameof(Address)], Show = Cells.Place },
        new(nameof(Module), 16));

    /// <summary>The start address of the program code; null if the caller is not allowed to see addresses.</summary>
    public override string ToString()
    {
        string place = Symbol is null ? $"0x{Address:x}" : $"{Symbol}+{Display.Distance(Offset)}/{Display.Distance(Size)}";
        return Module is null ? place : $"{place} [{Module}]";
    }

    static string IRow<KernelStackFrame>.NameOf(KernelStackFrame row) => $"{row.Index}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<KernelStackFrame, bool> emit)
    {
        int index = 0;

        // Kernels before 5.2 end the stack with an address of all ones.
        Lines.Read(source, Parse, Form, frame => frame.Address == ulong.MaxValue || emit(frame));

        KernelStackFrame? Parse(ReadOnlySpan<byte> line, int lineNumber, ProcSource from) =>
            TryParse(line, out ulong address, out ReadOnlySpan<byte> place) ? Create(from, index++, address, place) : null;
    }

    private static KernelStackFrame Create(ProcSource source, int index, ulong address, ReadOnlySpan<byte> place)
    {
        var fields = new FieldScanner(place);
        ReadOnlySpan<byte> symbol = fields.Next();
        ReadOnlySpan<byte> module = fields.Next();
        int plus = symbol.LastIndexOf((byte)'+');
        ReadOnlySpan<byte> distance = plus < 0 ? default : symbol[(plus + 1)..];
        int slash = distance.IndexOf((byte)'/');
        bool isSymbol = slash > 0;
        if (!isSymbol && address == 0 && Value.TryPrefixedHex(symbol, source, out ulong bare))
        {
            address = bare;
        }

        long? offset = isSymbol && Value.TryPrefixedHex(distance[..slash], source, out ulong first) ? (long)first : null;
        long? size = isSymbol && Value.TryPrefixedHex(distance[(slash + 1)..], source, out ulong bytes) ? (long)bytes : null;
        return new KernelStackFrame
        {
            ProcessId = source.ProcessId ?? 0,
            ThreadId = source.ThreadId,
            ProcessName = source.ProcessName ?? "",
            Index = index,
            Address = address == 0 ? null : address,
            Symbol = isSymbol ? source.Intern(symbol[..plus]) : null,
            Offset = offset,
            Size = size,
            Module = module is [(byte)'[', .. var name, (byte)']'] ? source.Intern(name) : null,
            Unavailable = UnavailableFields.OfMissing(isSymbol ? UnavailableReason.Malformed : null, (nameof(Offset), offset), (nameof(Size), size)),
        };
    }

    // "[<0>] do_wait+0x53/0x120" or "[<ffffffffc0a1b2c3>] nfs_wait+0x10/0x40 [nfs]"
    private static bool TryParse(ReadOnlySpan<byte> line, out ulong address, out ReadOnlySpan<byte> place)
    {
        address = 0;
        place = default;
        int end = line.IndexOf(">] "u8);
        if (end < 0 || !line.StartsWith("[<"u8) || !Number.TryHex(line[2..end], out address))
        {
            return false;
        }

        place = line[(end + 3)..];
        return true;
    }
}
