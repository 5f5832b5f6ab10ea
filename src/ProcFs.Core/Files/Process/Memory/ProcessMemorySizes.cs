using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/&lt;pid&gt;/statm</c>: the sizes of a process's memory. The kernel counts pages; these are bytes. All are 0 for what has no memory: a
/// kernel thread, a zombie. Source: proc_pid_statm(5), proc_pid_statm in fs/proc/array.c.
/// </summary>
public sealed class ProcessMemorySizes : IRecord<ProcessMemorySizes>
{
    private const int Fields = 7;

    private ProcessMemorySizes()
    {
    }

    /// <summary>The id of the process.</summary>
    public required int ProcessId { get; init; }

    /// <summary>The full name, as Get-Process shows it.</summary>
    public required string Name { get; init; }

    /// <summary>When the process started; null where that cannot be known.</summary>
    public required DateTimeOffset? StartTime { get; init; }

    /// <summary>Virtual size, in bytes: <c>size</c>.</summary>
    [Unit(Unit.Bytes)] public required long Size { get; init; }

    /// <summary>Resident size, in bytes: <c>resident</c>. It is less exact than that of smaps_rollup.</summary>
    [Unit(Unit.Bytes)] public required long Resident { get; init; }

    /// <summary>Resident memory of files and shared memory, in bytes: <c>shared</c>.</summary>
    [Unit(Unit.Bytes)] public required long Shared { get; init; }

    /// <summary>Size of the program's text, in bytes: <c>text</c>.</summary>
    [Unit(Unit.Bytes)] public required long Text { get; init; }

    /// <summary>Size of the libraries, in bytes: <c>lib</c>; always 0 since 2.6.</summary>
    [Unit(Unit.Bytes)] public required long Library { get; init; }

    /// <summary>Size of the data and the stack, in bytes: <c>data</c>.</summary>
    [Unit(Unit.Bytes)] public required long Data { get; init; }

    /// <summary>Changed pages, in bytes: <c>dt</c>; always 0 since 2.6.</summary>
    [Unit(Unit.Bytes)] public required long Dirty { get; init; }

    internal static View View => new(
        typeof(ProcessMemorySizes),
        new(nameof(ProcessId), 9),
        new(nameof(Name), 20),
        new(nameof(Size), 9),
        new(nameof(Resident), 9),
        new(nameof(Shared), 9),
        new(nameof(Text), 9),
        new(nameof(Data), 9));

    /// <summary>The process, in one line: <c>1234 sshd</c>.</summary>
    public override string ToString() => ObjectKey.OfProcess(ProcessId, Name);

    /// <summary>Reads the file's text.</summary>
    /// <exception cref="ProcException">The line is not of the file's form.</exception>
    public static ProcessMemorySizes Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ReadOnlySpan<byte> line = text.TrimEnd((byte)'\n');
        Span<long> bytes = stackalloc long[Fields];
        var fields = new FieldScanner(line);
        for (int i = 0; i < Fields; i++)
        {
            if (!fields.TryInt64(out long pages))
            {
                throw source.Malformed(1, line, "seven numbers");
            }

            bytes[i] = Saturating.Product(pages, source.Root.Facts.PageSize);
        }

        return new ProcessMemorySizes
        {
            ProcessId = source.ProcessId ?? 0,
            Name = source.ProcessName ?? "",
            StartTime = source.StartTime,
            Size = bytes[0],
            Resident = bytes[1],
            Shared = bytes[2],
            Text = bytes[3],
            Library = bytes[4],
            Data = bytes[5],
            Dirty = bytes[6],
        };
    }
}
