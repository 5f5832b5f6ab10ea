using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using ProcFs.Binding;
using ProcFs.Text;

namespace ProcFs.Completion;

/// <summary>What completers share: they look at what is typed so far, quote what needs it, and never throw.</summary>
public abstract class ProcCompleter : IArgumentCompleter
{
    private const int Most = 500;

    /// <inheritdoc/>
    /// <remarks>
    /// Null where the word is not this parameter's. Between two completers of one position the engine puts a mark behind the results of the first, even behind none,
    /// and PSReadLine fails on that mark.
    /// </remarks>
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
            ProcRoot root = RootOf(fakeBoundParameters?["Root"] as string);
            var wildcard = new Wildcard(typed.Contains('*') ? typed : typed + "*");
            return IsMeant(commandAst, parameterName, typed) ? [.. Complete(root, wildcard, fakeBoundParameters ?? new Hashtable()).Take(Most)] : null!;
        }
        catch (Exception error) when (error is IOException or ArgumentException or InvalidOperationException or RuntimeException)
        {
            return [];
        }
    }

    /// <summary>Whether the word is completed as this parameter, which may share its position with another.</summary>
    private protected virtual bool IsMeant(CommandAst command, string parameterName, string typed) => true;

    // A drive, or a folder relative to where the user is, is known to the session alone.
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

    private protected abstract IEnumerable<CompletionResult> Complete(ProcRoot root, Wildcard typed);

    private protected virtual IEnumerable<CompletionResult> Complete(ProcRoot root, Wildcard typed, IDictionary bound) => Complete(root, typed);

    private protected static CompletionResult Result(string text, string tooltip)
    {
        bool isPlain = text.Length > 0 && text[0] != '-' && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.' or '/' or ':');
        string quoted = isPlain ? text : $"'{WildcardPattern.Escape(text).Replace("'", "''", StringComparison.Ordinal)}'";
        string shown = DisplayText.Escape(text.Length == 0 ? " " : text);
        return new CompletionResult(quoted, shown, CompletionResultType.ParameterValue, tooltip.Length == 0 ? shown : DisplayText.Escape(tooltip));
    }
}
