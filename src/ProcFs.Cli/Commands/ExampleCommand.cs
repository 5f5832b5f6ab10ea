using System.CommandLine;

namespace ProcFs.Cli.Commands;

/// <summary>A command whose help ends with examples.</summary>
internal sealed class ExampleCommand(string name, string description) : Command(name, description)
{
    /// <summary>A command line and its description.</summary>
    public required IReadOnlyList<(string Line, string Effect)> Examples { get; init; }
}
