using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models an argument of <c>/proc/&lt;pid&gt;/cmdline</c>: with which the program was started, or what the process has written there since. A kernel thread and a zombie
/// have none. Source: proc_pid_cmdline(5).
/// </summary>
public sealed class CommandArgument : ITable<CommandArgument>
{
    private CommandArgument()
    {
    }

    /// <summary>The process with this command line.</summary>
    public required int ProcessId { get; init; }

    /// <summary>The full name of the process.</summary>
    public required string ProcessName { get; init; }

    /// <summary>The position of the argument; 0 is the name of the program.</summary>
    public required int Index { get; init; }

    /// <summary>The argument; it may be empty and may contain newlines.</summary>
    public required string Value { get; init; }

    internal static View View => new(
        typeof(CommandArgument),
        new(nameof(ProcessId), 9),
        new(nameof(ProcessName), 16),
        new(nameof(Index), 5),
        new(nameof(Value)));

    /// <summary>The process and the argument, on one line: <c>1234:--verbose</c>.</summary>
    public override string ToString() => ObjectKey.OfPart(ProcessId, Value);

    static string IRow<CommandArgument>.NameOf(CommandArgument row) => $"{row.Index}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<CommandArgument, bool> emit)
    {
        ProcessDirectory process = source.RequireProcess();
        string[] arguments = CommandLine.Parse(source.ReadAll(process.Scope.File));
        for (int index = 0; index < arguments.Length; index++)
        {
            if (!emit(Of(arguments[index], index, source)))
            {
                return;
            }
        }
    }

    private static CommandArgument Of(string argument, int index, ProcSource source) => new()
    {
        ProcessId = source.ProcessId ?? 0,
        ProcessName = source.ProcessName ?? "",
        Index = index,
        Value = argument,
    };
}
