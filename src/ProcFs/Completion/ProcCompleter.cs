using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using ProcFs.Text;

namespace ProcFs.Completion;

/// <summary>What completers share: they look at what is typed so far, quote what needs it, and never throw.</summary>
public abstract class ProcCompleter : IArgumentCompleter
{
    private const int Most = 500;

    /// <inheritdoc/>
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
            var root = new ProcRoot(fakeBoundParameters?["Root"] as string ?? ProcRoot.DefaultPath);
            return [.. Complete(root, new Wildcard(typed.Contains('*') ? typed : typed + "*")).Take(Most)];
        }
        catch (Exception error) when (error is IOException or ArgumentException or InvalidOperationException)
        {
            return [];
        }
    }

    private protected abstract IEnumerable<CompletionResult> Complete(ProcRoot root, Wildcard typed);

    private protected static CompletionResult Result(string text, string tooltip)
    {
        bool isPlain = text.Length > 0 && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.' or '/' or ':');
        string quoted = isPlain ? text : $"'{WildcardPattern.Escape(text).Replace("'", "''", StringComparison.Ordinal)}'";
        string shown = DisplayText.Escape(text.Length == 0 ? " " : text);
        return new CompletionResult(quoted, shown, CompletionResultType.ParameterValue, tooltip.Length == 0 ? shown : DisplayText.Escape(tooltip));
    }
}
