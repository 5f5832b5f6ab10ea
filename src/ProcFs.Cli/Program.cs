using ProcFs.Cli;
using ProcFs.Cli.Commands;
using ProcFs.Cli.Output;
using ProcFs.Views;

try
{
    return ProcFsCommand.Run(args);
}
catch (ClosedPipeException)
{
    return ExitStatus.Success;
}
#pragma warning disable CA1031 // Every exception is reported in one line, like any other failure.
catch (Exception error)
#pragma warning restore CA1031
{
    Console.Error.WriteLine($"procfs: {Display.Text(error.Message)}");
    return ExitStatus.NotFound;
}
