namespace ProcFs.Cli.Commands;

/// <summary>The files to restore: the given descriptors and the program of each process, or all deleted files that are open in it.</summary>
internal sealed class RestoredSources(Session session, int[]? numbers, bool executable)
{
    /// <summary>The files of the named processes.</summary>
    public IEnumerable<HeldFile> Of(string[] processes)
    {
        int[] ids = ProcessArgument.IdsOf(processes);
        foreach (ProcessSelection selection in ProcessArgument.SelectionsOf(session.Root, processes))
        {
            // The selection of the ids comes first.
            IEnumerable<HeldFile> files = numbers is null && !executable
                ? DeletedFiles(selection, ids)
                : (ids.Length > 0 ? [.. ids] : IdsOf(selection)).SelectMany(FilesOf);
            foreach (HeldFile file in files)
            {
                yield return file;
            }

            ids = [];
        }
    }

    // An id that no process has is reported when its files are opened.
    private IEnumerable<HeldFile> FilesOf(int processId) =>
        (numbers ?? []).Select(number => HeldFile.OfDescriptor(processId, number)).Concat(executable ? [HeldFile.OfExecutable(processId)] : []);

    private List<int> IdsOf(ProcessSelection selection)
    {
        var found = new List<int>();
        session.ReadAll(ProcessSummary.Read(selection, new ReadSummary(), session.Stopped), process => found.Add(process.ProcessId));
        return found;
    }

    private List<HeldFile> DeletedFiles(ProcessSelection selection, int[] ids)
    {
        var query = new DescriptorQuery(types: [FileDescriptorType.File], isDeleted: true);
        var found = new List<HeldFile>();
        bool hasFailed = false;
        foreach (Outcome<FileDescriptor> outcome in query.Read(selection, cancellation: session.Stopped))
        {
            session.ReadAll([outcome], descriptor => found.Add(HeldFile.Of(descriptor)));
            hasFailed |= outcome.Error is not null;
        }

        if (found.Count == 0 && !hasFailed && ids.Length > 0)
        {
            string holder = ids.Length == 1 ? $"process {ids[0]}" : "these processes";
            session.Report(new ProcException(ProcErrorKind.NotFound, session.Root.Path, $"No deleted file is open in {holder}. Use procfs map to find mapped files."));
        }

        return found;
    }
}
