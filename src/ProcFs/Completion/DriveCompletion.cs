using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using ProcFs.Text;

namespace ProcFs.Completion;

/// <summary>
/// Completes arguments of the engine's own commands for a path of the drive: the names of its properties, the values of a parameter, and after a path the
/// properties of its objects. For paths of other providers it offers nothing, and the engine completes as usual.
/// </summary>
public static class DriveCompletion
{
    private const string Script = "[ProcFs.Completion.DriveCompletion]::Complete($args[1], $args[2], $args[3], $args[4])";

    private static readonly (string Parameter, string[] Commands)[] s_completed =
    [
        ("Name", ["Get-ItemProperty", "Get-ItemPropertyValue", "Set-ItemProperty", "Clear-ItemProperty"]),
        ("Value", ["Set-Item", "Set-Content", "Set-ItemProperty"]),
        ("Property", ["Select-Object", "Sort-Object", "Group-Object", "Measure-Object", "Where-Object", "Format-Table", "Format-List"]),
        ("ExpandProperty", ["Select-Object"]),
    ];

    /// <summary>The completions of a word; none if the path is not on the drive.</summary>
    /// <param name="parameter">The name of the parameter: Name, Value, Property, ExpandProperty.</param>
    /// <param name="word">The text typed so far.</param>
    /// <param name="command">The command being typed.</param>
    /// <param name="bound">Its other arguments.</param>
    public static IEnumerable<CompletionResult> Complete(string parameter, string word, CommandAst command, IDictionary bound)
    {
        ArgumentNullException.ThrowIfNull(command);
        try
        {
            var typed = new Wildcard($"{(word ?? "").Trim('\'', '"')}*");
            return parameter switch
            {
                "Name" => [.. PropertiesOf(DrivePath.OfArguments(bound)?.ItemType, typed)],
                "Value" => [.. ValuesOf(DrivePath.OfArguments(bound)?.Parameter, typed)],
                _ => [.. PropertiesOf(DrivePath.OfPipeline(command)?.ItemType, typed)],
            };
        }
        catch (Exception error) when (error is not PipelineStoppedException)
        {
            return [];
        }
    }

    // Commands instead of a script: the import of the module must be fast, without compilation.
    internal static void Register()
    {
        var complete = ScriptBlock.Create(Script);
        using var shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
        foreach ((string parameter, string[] commands) in s_completed)
        {
            shell.AddStatement()
                .AddCommand("Register-ArgumentCompleter")
                .AddParameter("CommandName", commands)
                .AddParameter("ParameterName", parameter)
                .AddParameter("ScriptBlock", complete);
        }

        shell.Invoke();
    }

    private static IEnumerable<CompletionResult> PropertiesOf(Type? type, Wildcard typed)
    {
        if (type is null || ItemShape.Find(type) is not { } shape)
        {
            return [];
        }

        // The kernel's own name of a field is an alias, and completes it.
        return shape.Properties
            .Where(property => typed.IsMatch(property.Name.AsSpan()) || (property.Key is { } key && typed.IsMatch(key.AsSpan())))
            .Select(property => property.Name)
            .Order(StringComparer.Ordinal)
            .Select(name => ProcCompleter.Result(name, name));
    }

    private static IEnumerable<CompletionResult> ValuesOf(KernelParameter? parameter, Wildcard typed)
    {
        if (parameter is null)
        {
            return [];
        }

        string[] names = parameter.Value switch
        {
            Enum value => [.. Enum.GetNames(value.GetType()).Where(name => name != "None")],
            bool => ["0", "1"],
            _ => parameter.Text is { Length: > 0 } text && !text.Contains('\n') ? [text] : [],
        };
        return names.Where(name => typed.IsMatch(name.AsSpan())).Select(name => ProcCompleter.Result(name, $"{parameter.Name}: {Views.Display.Value(parameter.Value, Views.Unit.None)} now"));
    }
}
