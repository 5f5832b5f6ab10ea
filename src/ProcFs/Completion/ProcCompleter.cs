using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using ProcFs.Binding;
using ProcFs.Text;

namespace ProcFs.Completion;

/// <summary>The base of completers: they use the text typed so far, quote if necessary, and never throw.</summary>
public abstract class ProcCompleter : IArgumentCompleter
{
    private const int Most = 500;

    /// <inheritdoc/>
    /// <returns>The completions; null to leave the word to the completer of another parameter.</returns>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        try
        {
            string typed = (wordToComplete ?? "").Trim('\'', '"');
            bool isNamed = IsNamed(parameterName, commandAst);
            if (!isNamed && IsOfAnother(typed))
            {
                // For null, the engine asks another completer.
                return null!;
            }

            ProcRoot root = RootOf(fakeBoundParameters?["Root"] as string);
            var wildcard = new Wildcard(typed.Contains('*') ? typed : typed + "*");
            IDictionary bound = fakeBoundParameters ?? new Hashtable();
            return [.. (isNamed ? Complete(root, wildcard, bound) : CompletePosition(root, wildcard, bound)).Take(Most)];
        }
        catch (Exception error) when (error is not PipelineStoppedException)
        {
            return [];
        }
    }

    // Only the session can resolve a drive, or a folder relative to the current location.
    private static ProcRoot RootOf(string? argument)
    {
        if (string.IsNullOrEmpty(argument))
        {
            return new ProcRoot();
        }

        using var shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
        SessionState session = shell.AddScript("$ExecutionContext.SessionState").Invoke<SessionState>().Single();
        return RootArgument.Resolve(session, argument);
    }

    /// <summary>
    /// Whether a word without a parameter name is for another parameter of the same position. The engine asks all of them, and adds its end mark, a result without
    /// text on which PSReadLine fails, after each list but the last: only one may answer.
    /// </summary>
    private protected virtual bool IsOfAnother(string typed) => false;

    private static bool IsNamed(string parameterName, CommandAst? command)
    {
        string[] names = parameterName switch
        {
            nameof(Commands.ProcessCmdlet.Id) => [parameterName, "ProcessId", "Pid"],
            nameof(Commands.ProcessCmdlet.Name) => [parameterName, "ProcessName"],
            _ => [parameterName],
        };
        return command?.CommandElements.OfType<CommandParameterAst>()
            .Any(given => names.Any(name => name.StartsWith(given.ParameterName, StringComparison.OrdinalIgnoreCase))) ?? false;
    }

    private protected abstract IEnumerable<CompletionResult> Complete(ProcRoot root, Wildcard typed);

    private protected virtual IEnumerable<CompletionResult> Complete(ProcRoot root, Wildcard typed, IDictionary bound) => Complete(root, typed);

    /// <summary>The completions of a word without a parameter name.</summary>
    private protected virtual IEnumerable<CompletionResult> CompletePosition(ProcRoot root, Wildcard typed, IDictionary bound) =>
        Complete(root, typed, bound);

    // All completions pass through here: neither the list nor the tooltip can control the terminal.
    internal static CompletionResult Result(string text, string tooltip)
    {
        bool isPlain = text.Length > 0 && text[0] != '-' && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.' or '/' or ':');
        string quoted = isPlain ? text : $"'{WildcardPattern.Escape(text).Replace("'", "''", StringComparison.Ordinal)}'";
        return Result(quoted, $"{(text.Length == 0 ? " " : text)}", $"{(tooltip.Length == 0 ? text : tooltip)}");
    }

    /// <summary>A completion whose list text is longer than the inserted text.</summary>
    internal static CompletionResult Result(string quoted, SafeText shown, SafeText tooltip) =>
#pragma warning disable RS0030 // Here it is escaped.
        new(quoted, $"{shown}", CompletionResultType.ParameterValue, tooltip.IsEmpty ? $"{shown}" : $"{tooltip}");
#pragma warning restore RS0030
}
