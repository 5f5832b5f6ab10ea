using System.CommandLine;
using ProcFs.Cli.Output;

namespace ProcFs.Cli.Commands;

/// <summary><c>procfs snapshot</c>: takes a capture.</summary>
internal static class SnapshotCommand
{
    public static Command Create(StandardOutput output)
    {
        var path = new Argument<string>("path") { Description = "An archive with the ending .tar, .tar.gz, .tgz or .tar.zst, or a folder." };
        Option<string[]> processes = new("--process") { Description = "Only these processes, by id or name.", HelpName = "process" };
        Option<string[]> include = new("--include") { Description = "Files that are left out otherwise, as patterns of the catalog.", HelpName = "pattern" };
        Option<string[]> exclude = new("--exclude") { Description = "Files to leave out, as patterns of the catalog.", HelpName = "pattern" };
        Option<bool> environment = new("--environment") { Description = "The environment of processes, with credentials masked." };
        Option<bool> unmasked = new("--unmasked") { Description = "All values of the environment." };
        Option<bool> smaps = new("--smaps") { Description = "The memory of each mapping; locks processes for a moment." };
        Option<bool> force = new("--force") { Description = "Replaces an existing capture." };
        var command = new ExampleCommand("snapshot", "Takes a capture of /proc, which --root of procfs opens on any machine.")
        {
            Examples =
            [
                ("procfs snapshot now.tar.gz", "all of the machine"),
                ("procfs --root now.tar.gz fd --deleted", "what it tells of deleted files"),
            ],
        };
        command.Arguments.Add(path);
        foreach (Option option in (Option[])[processes, include, exclude, environment, unmasked, smaps, force])
        {
            command.Options.Add(option);
        }

        var format = new RowOptions(command, typeof(ProcSnapshot));
        command.SetAction(parsed =>
        {
            using var session = new Session(parsed.GetValue(ProcFsCommand.Root)!, output);
            IRowWriter rows = format.CreateWriter(parsed, output);
            return session.Run(rows, () =>
            {
                bool isUnmasked = parsed.GetValue(unmasked);
                var gathered = new GatheredProcesses();
                foreach (ProcessSelection selection in ProcessArgument.SelectionsOf(session.Root, parsed.GetValue(processes) ?? []))
                {
                    gathered.Add(selection);
                }

                var options = new CaptureOptions
                {
                    Processes = gathered.Selection,
                    Include = parsed.GetValue(include) ?? [],
                    Exclude = parsed.GetValue(exclude) ?? [],
                    Environment = isUnmasked ? CapturedEnvironment.Whole : parsed.GetValue(environment) ? CapturedEnvironment.Masked : CapturedEnvironment.None,
                    IncludeSmaps = parsed.GetValue(smaps),
                    Replaces = parsed.GetValue(force),
                };
                rows.Write(ProcSnapshot.Save(session.Root, parsed.GetValue(path)!, options, report: session.Report, cancellation: session.Stopped));
            });
        });
        return command;
    }
}
