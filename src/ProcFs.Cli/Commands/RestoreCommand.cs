using System.CommandLine;
using ProcFs.Cli.Output;

namespace ProcFs.Cli.Commands;

/// <summary><c>procfs restore</c>: restores deleted files, as in Restore-ProcFile.</summary>
internal static class RestoreCommand
{
    public static Command Create(StandardOutput output)
    {
        Option<int[]> number = DescriptorCommand.CreateNumber("The numbers of the descriptors; the default is all descriptors of deleted files.");
        Option<string> destination = new("--destination")
        {
            Description = "The folder for the restored files, created if necessary; the default is the current folder.",
            HelpName = "folder",
            DefaultValueFactory = _ => ".",
        };
        Option<bool> executable = new("--executable") { Description = "Restores the program that the process is running." };
        Option<bool> force = new("--force") { Description = "Replaces existing files; without it, a number is appended to the name." };
        Option<bool> follow = new("--follow") { Description = "Waits until the process has closed the file, and then restores it." };
        Option<bool> whatIf = new("--what-if") { Description = "Shows what would be restored, and writes nothing." };
        Option<bool> owner = new("--keep-owner") { Description = "Keeps the user and group of the file; without it, the copy belongs to you." };
        Option<bool> mode = new("--keep-mode") { Description = "Keeps the permission bits of the file; without it, only the owner can read and write the copy." };
        Option<bool> privilege = new("--keep-privilege") { Description = "Keeps the capabilities of a program and, if the owner is kept, its set-id bits." };
        var command = new ExampleCommand("restore", "Restores files that are deleted but still open or running.")
        {
            Examples =
            [
                ("procfs restore 4242 --what-if", "what process 4242 holds that is deleted, and its size"),
                ("procfs restore nginx --destination /var/tmp/rescued", "all deleted files that are open in processes of this name"),
                ("procfs restore 4242 --number 9", "the file behind one descriptor"),
                ("procfs restore 4242 --executable --keep-mode", "the program that process 4242 is running"),
            ],
        };
        Argument<string[]> processes = ProcessArgument.AddTo(command, "Ids or names of the processes that keep the files alive; names can contain wildcards.");
        Array.ForEach<Option>([number, destination, executable, force, follow, whatIf, owner, mode, privilege], command.Options.Add);
        command.Validators.Add(result =>
        {
            if (result.GetResult(destination) is { Implicit: false } && string.IsNullOrEmpty(result.GetValue(destination)))
            {
                result.AddError("--destination needs the name of a folder.");
            }
        });
        var format = new RowOptions(command, typeof(RecoveredFile));
        command.SetAction(parsed =>
        {
            using var session = new Session(parsed.GetValue(ProcFsCommand.Root)!, output);
            IRowWriter rows = format.CreateWriter(parsed, output);
            KeptAttributes kept = (parsed.GetValue(owner) ? KeptAttributes.Owner : 0)
                | (parsed.GetValue(mode) ? KeptAttributes.Mode : 0)
                | (parsed.GetValue(privilege) ? KeptAttributes.Privilege : 0);
            var sources = new RestoredSources(session, RowOptions.ValueOf(parsed, number), parsed.GetValue(executable));
            return session.Run(rows, () =>
            {
                string[] named = ProcessArgument.ValuesOf(parsed, processes);
                if (named.Length == 0)
                {
                    throw new UsageException("Specify the processes whose files to restore.");
                }

                using var recovery = new FileRecovery(session.Root, Path.GetFullPath(parsed.GetValue(destination)!), parsed.GetValue(force), kept);
                Restore(session, recovery, sources.Of(named), parsed.GetValue(follow), parsed.GetValue(whatIf), rows);
            });
        });
        return command;
    }

    private static void Restore(Session session, FileRecovery recovery, IEnumerable<HeldFile> sources, bool follows, bool onlyShows, IRowWriter rows)
    {
        string? warning = null;
        foreach (HeldFile source in sources)
        {
            session.Try(() =>
            {
                RecoveredFile? found = null;
                RecoveredFile? restored = recovery.Restore(
                    source,
                    follows,
                    file =>
                    {
                        found = file;
                        return !onlyShows;
                    },
                    (_, _) => { },
                    session.Stopped);
                if (warning is null)
                {
                    warning = recovery.Warning;
                    Session.Warn(warning);
                }

                if ((restored ?? found) is { } row)
                {
                    rows.Write(row);
                }
            });
        }
    }
}
