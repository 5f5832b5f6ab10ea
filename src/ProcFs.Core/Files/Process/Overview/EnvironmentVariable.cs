using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models an entry of <c>/proc/&lt;pid&gt;/environ</c>: the environment with which the process was started, or what it has overwritten since. Entries are kept as
/// they are: names can be repeated, and an entry can be empty or lack the "=". Source: proc_pid_environ(5), environ(7).
/// </summary>
public sealed class EnvironmentVariable : ITable<EnvironmentVariable>
{
    private EnvironmentVariable()
    {
    }

    /// <summary>The process with this environment.</summary>
    public required int ProcessId { get; init; }

    /// <summary>The full name of the process.</summary>
    public required string ProcessName { get; init; }

    /// <summary>The position of the entry in the environment, counted from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The text before the first "="; the whole entry if there is none.</summary>
    public required string Name { get; init; }

    /// <summary>The text after the first "="; null if there is none.</summary>
    public required string? Value { get; init; }

    /// <summary>The name of the row: that of the variable, or the position of an entry whose name cannot be part of a path.</summary>
    internal string Key => Name is "" or "." or ".." || Name.AsSpan().IndexOfAny('/', '\\') >= 0
        ? $"~{Index}"
        : Name;

    internal static View View => new(
        typeof(EnvironmentVariable),
        new(nameof(ProcessId), 9),
        new(nameof(ProcessName), 16),
        new(nameof(Index), 5),
        new(nameof(Name), 24),
        new(nameof(Value)) { With = [nameof(Name)], Show = Cells.Variable, IsInList = true });

    /// <summary>The process and the entry, on one line: <c>1234:LANG=C</c>.</summary>
    public override string ToString() => ObjectKey.OfPart(ProcessId, Value is null ? Name : $"{Name}={Value}");

    static string IRow<EnvironmentVariable>.NameOf(EnvironmentVariable row) => row.Key;

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<EnvironmentVariable, bool> emit)
    {
        ProcessDirectory process = source.RequireProcess();
        ReadOnlySpan<byte> text = source.ReadAll(process.Scope.File);
        bool goesOn = true;
        for (int index = 0; goesOn && !text.IsEmpty; index++)
        {
            int end = text.IndexOf((byte)0);
            goesOn = emit(Of(end < 0 ? text : text[..end], index, source));
            text = end < 0 ? default : text[(end + 1)..];
        }
    }

    private static EnvironmentVariable Of(ReadOnlySpan<byte> entry, int index, ProcSource source)
    {
        int equals = entry.IndexOf((byte)'=');
        return new EnvironmentVariable
        {
            ProcessId = source.ProcessId ?? 0,
            ProcessName = source.ProcessName ?? "",
            Index = index,
            Name = source.Intern(equals < 0 ? entry : entry[..equals]),
            Value = equals < 0 ? null : source.Intern(entry[(equals + 1)..]),
        };
    }
}
