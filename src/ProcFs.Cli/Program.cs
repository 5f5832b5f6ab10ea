using ProcFs.Cli;
using ProcFs.Cli.Commands;
using ProcFs.Cli.Output;

try
{
    return ProcFsCommand.Run(args);
}
catch (ClosedPipeException)
{
    return ExitStatus.Success;
}
catch (IOException error)
{
    Console.Error.WriteLine($"procfs: {error.Message}");
    return ExitStatus.NotFound;
}
