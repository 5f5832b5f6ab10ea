using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/&lt;pid&gt;/statm</c>: the memory sizes of a process. The kernel counts pages; these values are in bytes. All are 0 for a kernel thread or a
/// zombie, which have no memory. Source: proc_pid_statm(5), proc_pid_statm in fs/proc/array.c.
/// </summary>
[Fields]
public sealed partial class ProcessMemorySizes : IRecord<ProcessMemorySizes>
{
    private const int Columns = 7;

    private ProcessMemorySizes()
    {
    }

    /// <summary>The id of the process.</summary>
    public required int ProcessId { get; init; }

    /// <summary>The full name, as Get-Process shows it.</summary>
    public required string Name { get; init; }

    /// <summary>The start time of the process; null if it is unknown.</summary>
    public required DateTimeOffset? StartTime { get; init; }

    /// <summary>Virtual size, in bytes: <c>size</c>.</summary>
    [Field(1, Scale.Pages)] public long? Size { get; private set; }

    /// <summary>Resident set size, in bytes: <c>resident</c>. It is less exact than that of smaps_rollup.</summary>
    [Field(2, Scale.Pages)] public long? Resident { get; private set; }

    /// <summary>Resident file-backed and shared memory, in bytes: <c>shared</c>.</summary>
    [Field(3, Scale.Pages)] public long? Shared { get; private set; }

    /// <summary>Size of the program code, in bytes: <c>text</c>.</summary>
    [Field(4, Scale.Pages)] public long? Text { get; private set; }

    /// <summary>Size of the libraries, in bytes: <c>lib</c>; always 0 since 2.6.</summary>
    [Field(5, Scale.Pages)] public long? Library { get; private set; }

    /// <summary>Size of the data and stack, in bytes: <c>data</c>.</summary>
    [Field(6, Scale.Pages)] public long? Data { get; private set; }

    /// <summary>Dirty pages, in bytes: <c>dt</c>; always 0 since 2.6.</summary>
    [Field(7, Scale.Pages)] public long? Dirty { get; private set; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(ProcessMemorySizes),
        new(nameof(ProcessId), 9),
        new(nameof(Name), 20),
        new(nameof(Size), 9),
        new(nameof(Resident), 9),
        new(nameof(Shared), 9),
        new(nameof(Text), 9),
        new(nameof(Data), 9));

    /// <summary>The process, on one line: <c>1234 sshd</c>.</summary>
    public override string ToString() => ObjectKey.OfProcess(ProcessId, Name);

    /// <summary>Parses the text of the file. An unreadable value leaves its property null, with the reason in <see cref="Unavailable"/>.</summary>
    /// <exception cref="ProcException">The line has fewer columns.</exception>
    public static ProcessMemorySizes Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        ReadOnlySpan<byte> line = text.TrimEnd((byte)'\n');
        var sizes = new ProcessMemorySizes
        {
            ProcessId = source.ProcessId ?? 0,
            Name = source.ProcessName ?? "",
            StartTime = source.StartTime,
        };
        return Lines.ReadFields(line, sizes, source, Columns) ? sizes : throw source.Malformed(1, line, "seven numbers");
    }
}
