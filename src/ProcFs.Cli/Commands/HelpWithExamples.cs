using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace ProcFs.Cli.Commands;

/// <summary>The help of a command, followed by its examples.</summary>
internal sealed class HelpWithExamples(HelpAction help, IReadOnlyList<(string Line, string Effect)> general) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        help.Invoke(parseResult);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach ((string line, string effect) in (parseResult.CommandResult.Command as ExampleCommand)?.Examples ?? general)
        {
            output.WriteLine($"  {line}");
            output.WriteLine($"      {effect}");
        }

        return ExitStatus.Success;
    }
}
