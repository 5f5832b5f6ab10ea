using ProcFs.Formatting;

namespace ProcFs.Cli.Output;

/// <summary>Which columns a table of each type has. A type without a line here shows all its properties that fit.</summary>
internal static class Views
{
    private static readonly Dictionary<Type, Column[]> s_views = new()
    {
        [typeof(ProcEntry)] =
        [
            Column.Of<ProcEntry>("Kind", row => row.Kind, least: 9),
            Column.Of<ProcEntry>("Name", row => row.Name, least: 12),
            new("Value", row => Display.Value((ProcEntry)row)),
            Column.Of<ProcEntry>("Description", row => row.Description),
        ],
        [typeof(FileDescriptor)] =
        [
            Column.Of<FileDescriptor>("ProcessId", row => row.ProcessId, isRight: true),
            Column.Of<FileDescriptor>("ProcessName", row => row.ProcessName),
            Column.Of<FileDescriptor>("Fd", row => row.Number, isRight: true),
            Column.Of<FileDescriptor>("Type", row => row.Type),
            new("Target", row => Display.Target(((FileDescriptor)row).Target, ((FileDescriptor)row).IsDeleted)),
        ],
        [typeof(ProcessInfo)] =
        [
            Column.Of<ProcessInfo>("ProcessId", row => row.ProcessId, isRight: true),
            Column.Of<ProcessInfo>("Parent", row => row.ParentProcessId, isRight: true),
            Column.Of<ProcessInfo>("User", row => row.User),
            Column.Of<ProcessInfo>("State", row => row.State),
            Column.Of<ProcessInfo>("Threads", row => row.Threads, isRight: true),
            Column.Of<ProcessInfo>("CpuTime", row => row.CpuTime, isRight: true),
            Column.Of<ProcessInfo>("Resident", row => Display.Size(row.ResidentSize), isRight: true),
            Column.Of<ProcessInfo>("Name", row => row.Name),
            new("CommandLine", row => Display.CommandLine(((ProcessInfo)row).CommandLine, ((ProcessInfo)row).Name)),
        ],
        [typeof(ThreadInfo)] =
        [
            Column.Of<ThreadInfo>("ProcessId", row => row.ProcessId, isRight: true),
            Column.Of<ThreadInfo>("ThreadId", row => row.ThreadId, isRight: true),
            Column.Of<ThreadInfo>("State", row => row.State),
            Column.Of<ThreadInfo>("UserTime", row => row.UserTime, isRight: true),
            Column.Of<ThreadInfo>("SystemTime", row => row.SystemTime, isRight: true),
            Column.Of<ThreadInfo>("Name", row => row.Name),
        ],
        [typeof(ProcessStatus)] =
        [
            Column.Of<ProcessStatus>("ProcessId", row => row.ProcessId, isRight: true),
            Column.Of<ProcessStatus>("Name", row => row.Name),
            Column.Of<ProcessStatus>("State", row => row.State),
            Column.Of<ProcessStatus>("Threads", row => row.Threads, isRight: true),
            Column.Of<ProcessStatus>("Rss", row => Display.Size(row.VmRss), isRight: true),
            Column.Of<ProcessStatus>("Size", row => Display.Size(row.VmSize), isRight: true),
            Column.Of<ProcessStatus>("Swap", row => Display.Size(row.VmSwap), isRight: true),
            Column.Of<ProcessStatus>("User", row => row.User),
            Column.Of<ProcessStatus>("Cpus", row => row.CpusAllowedList),
        ],
        [typeof(MemoryMapping)] =
        [
            Column.Of<MemoryMapping>("ProcessId", row => row.ProcessId, isRight: true),
            Column.Of<MemoryMapping>("Range", row => row.Range, isRight: true),
            Column.Of<MemoryMapping>("Size", row => Display.Size(row.Size), isRight: true),
            Column.Of<MemoryMapping>("Rights", row => Display.Rights(row.Protection, row.IsShared)),
            Column.Of<MemoryMapping>("Offset", row => $"{row.Offset:x}", isRight: true),
            new("Target", row => Display.Target(((MemoryMapping)row).Target, ((MemoryMapping)row).IsDeleted)),
        ],
        [typeof(KernelSymbol)] =
        [
            Column.Of<KernelSymbol>("Address", row => Display.Address(row.Address)),
            Column.Of<KernelSymbol>("Type", row => row.Type),
            Column.Of<KernelSymbol>("Size", row => Display.Size(row.Size), isRight: true),
            Column.Of<KernelSymbol>("Name", row => row.Name),
            Column.Of<KernelSymbol>("Module", row => row.Module),
        ],
        [typeof(SymbolLocation)] =
        [
            Column.Of<SymbolLocation>("Address", row => Display.Address(row.Address)),
            Column.Of<SymbolLocation>("Symbol", row => row.ToString()),
            Column.Of<SymbolLocation>("Module", row => row.Module),
        ],
        [typeof(RowGroup)] =
        [
            Column.Of<RowGroup>("Count", row => row.Count, isRight: true),
            Column.Of<RowGroup>("Name", row => row.Name),
        ],
    };

    /// <summary>The columns of a table of the rows; where the type has none of its own, those that have a value in any of them.</summary>
    public static IReadOnlyList<Column> ColumnsOf(Type type, IReadOnlyCollection<object> rows) =>
        s_views.TryGetValue(type, out Column[]? view) ? view : [.. Generic(type, rows)];

    private static IEnumerable<Column> Generic(Type type, IReadOnlyCollection<object> rows)
    {
        foreach (RowShape.Property property in RowShape.Of(type).Properties)
        {
            object?[] values = [.. rows.Select(property.Get)];
            if (values.Any(value => CellText.Plain(value).Length > 0))
            {
                bool isRight = values.All(value => value is null || CellText.IsNumber(value));
                yield return new Column(property.Name, row => CellText.Of(property.Get(row)), isRight);
            }
        }
    }
}
