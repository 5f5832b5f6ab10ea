using System.CommandLine;
using ProcFs.Cli.Export;
using ProcFs.Cli.Output;
using ProcFs.Views;

namespace ProcFs.Cli.Commands;

/// <summary><c>procfs export</c>: metrics of process groups and of the machine, in the format of OpenMetrics.</summary>
internal static class ExportCommand
{
    public static Command Create(StandardOutput output)
    {
        var file = new Option<string>("--output", "-o") { Description = "Write to a file, as a whole, for a collector that reads files.", HelpName = "file" };
        var listen = new Option<string>("--listen") { Description = "Serve the metrics at a Unix socket or a loopback address until Ctrl-C.", HelpName = "address" };
        var interval = new Option<double?>("--interval") { Description = "With --output: write the file again every so many seconds until Ctrl-C.", HelpName = "seconds" };
        var command = new ExampleCommand("export", "Writes metrics of processes, grouped by name, and of the machine as OpenMetrics.")
        {
            Examples =
            [
                ("procfs export", "all metrics, once"),
                ("procfs export nginx 'postgres*'", "of the processes with these names, and of the machine"),
                ("procfs export --output /var/lib/node_exporter/procfs.prom --interval 15", "for a textfile collector"),
                ("procfs export --listen 127.0.0.1:9256", "for a scraper, at http://127.0.0.1:9256/metrics"),
                ("procfs export --listen /run/procfs.sock", "the same at a Unix socket"),
            ],
        };
        Argument<string[]> processes = ProcessArgument.AddTo(command);
        Array.ForEach<Option>([file, listen, interval], command.Options.Add);
        command.Validators.Add(result =>
        {
            if (result.GetValue(file) is not null && result.GetValue(listen) is not null)
            {
                result.AddError("--output and --listen cannot be combined.");
            }

            if (result.GetValue(interval) is { } seconds && (result.GetValue(file) is null || seconds is not (>= 0.1 and <= 86400)))
            {
                result.AddError("--interval needs --output, and from 0.1 to 86400 seconds.");
            }
        });
        command.SetAction(parsed =>
        {
            using var session = new Session(parsed.GetValue(ProcFsCommand.Root)!, output);
            var exposition = new Exposition(session, ProcessArgument.ValuesOf(parsed, processes));
            return session.Run(() => Run(session, exposition, parsed.GetValue(file), parsed.GetValue(listen), parsed.GetValue(interval)));
        });
        return command;
    }

    private static void Run(Session session, Exposition exposition, string? file, string? listen, double? interval)
    {
        if (listen is not null)
        {
            var listener = new MetricsListener(ListenAddress.Parse(listen), exposition.Read);
            listener.Serve(address => Console.Error.WriteLine($"procfs: Serving metrics at {Display.Text(address)}"), session.Stopped).GetAwaiter().GetResult();
            return;
        }

        if (file is null)
        {
            session.Output.Write(exposition.Read());
            return;
        }

        do
        {
            MetricsFile.Write(file, exposition.Read());
        }
        while (interval is { } seconds && !session.Stopped.WaitHandle.WaitOne(TimeSpan.FromSeconds(seconds)));
    }
}
