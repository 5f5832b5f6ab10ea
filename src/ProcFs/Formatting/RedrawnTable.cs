using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using System.Text;

namespace ProcFs.Formatting;

/// <summary>
/// A table that each round draws over the previous one. The cursor is below the table after each round, and no mode of the terminal stays changed, so that Ctrl-C needs
/// no cleanup and leaves the last round on the screen.
/// </summary>
internal sealed class RedrawnTable
{
    private const string ConsoleHost = "ConsoleHost";

    // Without the wrap at the right margin, each line is one line of the screen.
    private const string WithoutWrap = "\e[?7l";
    private const string WithWrap = "\e[?7h";
    private const string Clear = "\e[H\e[2J";
    private const string EraseLine = "\e[K";
    private const string EraseBelow = "\e[J";

    private static readonly ScriptBlock s_format = ScriptBlock.Create("param($Rows, $Width) $Rows | Microsoft.PowerShell.Utility\\Out-String -Stream -Width $Width");

    private readonly PSHostUserInterface _screen;
    private Size _size;
    private int _lines;

    private RedrawnTable(PSHost host)
    {
        _screen = host.UI;
        _size = _screen.RawUI.WindowSize;
    }

    /// <summary>
    /// The table for a command whose output nothing but the terminal receives: it stands at the end of a statement that was entered at the prompt, or with -Command, and
    /// is not assigned, captured or redirected. Null for any other.
    /// </summary>
    public static RedrawnTable? For(InvocationInfo invocation, PSHost host)
    {
        bool isOnTerminal = host.Name == ConsoleHost && !Console.IsOutputRedirected && host.UI is { SupportsVirtualTerminal: true, RawUI: not null };
        return isOnTerminal && invocation.CommandOrigin == CommandOrigin.Runspace && IsShown(invocation) ? new RedrawnTable(host) : null;
    }

    /// <summary>Draws a round over the previous one.</summary>
    public void Draw(IReadOnlyList<object> rows)
    {
        Size size = _screen.RawUI.WindowSize;
        List<string> lines = [.. LinesOf(rows, Math.Max(size.Width - 1, 1)).Take(Math.Max(size.Height - 1, 1))];
        var text = new StringBuilder(WithoutWrap);

        // A terminal moves the lines when its size changes.
        text.Append(size != _size ? Clear : _lines > 0 ? $"\e[{_lines}F" : "");
        lines.ForEach(line => text.Append(line).Append(EraseLine).Append('\n'));
        text.Append(EraseBelow).Append(WithWrap);
        _screen.Write($"{text}");
        (_size, _lines) = (size, lines.Count);
    }

    /// <summary>Leaves what is drawn where it is, because something else is written below it.</summary>
    public void Leave() => _lines = 0;

    // As in the engine's own tables, the last column of the terminal stays free. Text for the terminal has colors, which Out-String alone removes.
    private static IEnumerable<string> LinesOf(IReadOnlyList<object> rows, int width)
    {
        OutputRendering rendering = PSStyle.Instance.OutputRendering;
        try
        {
            PSStyle.Instance.OutputRendering = rendering == OutputRendering.Host ? OutputRendering.Ansi : rendering;
            List<string> lines = [.. s_format.Invoke(rows, width).Select(line => $"{line}")];
            int first = lines.FindIndex(line => line.Length > 0);
            return first < 0 ? [] : lines[first..(lines.FindLastIndex(line => line.Length > 0) + 1)];
        }
        finally
        {
            PSStyle.Instance.OutputRendering = rendering;
        }
    }

    private static bool IsShown(InvocationInfo invocation)
    {
        // At the prompt nothing has called the statement.
        if (invocation.PipelinePosition != invocation.PipelineLength || Runspace.DefaultRunspace?.Debugger?.GetCallStack().ToArray() is not [{ Position: { } position }])
        {
            return false;
        }

        string script = position.StartScriptPosition.GetFullScript() ?? "";
        return Parser.ParseInput(script, out _, out _).Find(ast => IsAt(ast, invocation), searchNestedScriptBlocks: false) is CommandAst
        {
            Redirections.Count: 0, Parent: PipelineAst { Background: false } pipeline,
        } command && pipeline.PipelineElements[^1] == command && IsStatement(pipeline);
    }

    private static bool IsAt(Ast ast, InvocationInfo invocation) =>
        ast is CommandAst { Extent: var extent } && extent.StartLineNumber == invocation.ScriptLineNumber && extent.StartColumnNumber == invocation.OffsetInLine;

    private static bool IsStatement(Ast pipeline)
    {
        Ast outermost = pipeline;
        while (outermost.Parent is PipelineChainAst { Background: false })
        {
            outermost = outermost.Parent;
        }

        return outermost.Parent is NamedBlockAst { Parent.Parent: null };
    }
}
