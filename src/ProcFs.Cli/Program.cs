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
#pragma warning disable CA1031 // Whatever happens is told in one line, as every other failure is.
catch (Exception error)
#pragma warning restore CA1031
{
    Console.Error.WriteLine($"procfs: {Display.Text(error.Message)}");
    return ExitStatus.NotFound;
}
