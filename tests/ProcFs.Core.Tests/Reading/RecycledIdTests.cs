using System.Text.RegularExpressions;
using ProcFs.Fixtures;

namespace ProcFs;

/// <summary>
/// Processes that are given the same id one after another, while that id is read continuously. Each has its own name, repeated in its command line and environment:
/// an object with two of them would mix two processes.
/// </summary>
public sealed partial class RecycledIdTests
{
    private const int Id = 400;
    private const int EnoughProcesses = 20;
    private static readonly TimeSpan s_shortest = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(2);

    [Fact]
    public void No_object_is_mixed_of_two_processes()
    {
        string folder = Directory.CreateTempSubdirectory("procfs-").FullName;
        using ChildProcess giver = StartGiver(folder);
        try
        {
            string[] words = (giver.Output.ReadLine() ?? "").Split(' ');
            Assert.SkipUnless(words is ["ready", _], "A pid namespace that hands out chosen ids needs root, and checkpoint and restore in the kernel.");
            var root = new ProcRoot($"/proc/{InnerProcess(giver.Id)}/root/proc");
            Readers readers = new(root);
            readers.Run();
            Assert.Empty(readers.Mixed);
            Assert.True(readers.Names.Count >= EnoughProcesses, $"{readers.Names.Count} processes were seen.");
            Assert.True(readers.StartTimes.Count > 1);
        }
        finally
        {
            giver.Dispose();
            Directory.Delete(folder, recursive: true);
        }
    }

    // Every child gets the id after the last one, which the shell resets each time. The name of a program is that of the link to it.
    private static ChildProcess StartGiver(string folder)
    {
        for (int i = 0; i < 1000; i++)
        {
            File.CreateSymbolicLink(Path.Combine(folder, $"tag{i}"), "/bin/bash");
        }

        string script = $$"""
            cd '{{folder}}' || exit 1
            echo {{Id - 1}} > /proc/sys/kernel/ns_last_pid || exit 1
            echo ready $$
            while :; do
                for link in tag*; do
                    echo {{Id - 1}} > /proc/sys/kernel/ns_last_pid
                    TAG=$link ./$link --norc -c 'for i in 1 2 3 4 5 6 7 8 9; do :; done' $link
                done
            done
            """;
        string[] user = Native.GetEffectiveUserId() == 0 ? [] : ["--user", "--map-root-user"];
        return new ChildProcess(["unshare", .. user, "--pid", "--fork", "--kill-child", "--mount-proc", "/bin/bash", "--norc", "-c", script]);
    }

    // unshare waits outside; its child is the first process of the namespace.
    private static int InnerProcess(int outer) =>
        int.Parse(File.ReadAllText($"/proc/{outer}/task/{outer}/children").Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex("tag[0-9]+")]
    private static partial Regex Tag();

    private sealed class Readers(ProcRoot root)
    {
        private readonly ProcessSelection _selection = root.Processes(Id);
        private readonly CancellationToken _cancellation = TestContext.Current.CancellationToken;

        public HashSet<string> Names { get; } = [];

        public HashSet<DateTimeOffset?> StartTimes { get; } = [];

        public List<string> Mixed { get; } = [];

        public void Run()
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            while (watch.Elapsed < s_shortest || ((Names.Count < EnoughProcesses || StartTimes.Count < 2) && watch.Elapsed < s_longest))
            {
                foreach (ProcessInfo process in Items(ProcessInfo.Read(_selection, new ReadSummary(), cancellation: _cancellation)))
                {
                    Take(process.Name, [.. process.CommandLine]);
                    StartTimes.Add(process.StartTime);
                }

                foreach (IGrouping<string, EnvironmentVariable> block in Items(_selection.Rows<EnvironmentVariable>(new ReadSummary(), _cancellation))
                    .GroupBy(variable => variable.ProcessName))
                {
                    Take(block.Key, [.. block.Where(variable => variable.Name is "TAG" or "_").Select(variable => $"{variable}")]);
                }

                foreach (MemoryMapping mapping in Items(MemoryMapping.Read(_selection, MemoryMappingFilter.None, new ReadSummary(), _cancellation)).Take(1))
                {
                    Take(mapping.ProcessName, []);
                }
            }
        }

        // Between fork and exec, a child still has the name and arguments of the shell: that is one process.
        private void Take(string name, string[] texts)
        {
            string[] tags = [.. texts.Prepend(name).SelectMany(text => Tag().Matches(text)).Select(match => match.Value).Distinct()];
            Names.UnionWith(tags);
            if (tags.Length > 1)
            {
                Mixed.Add(string.Join(' ', texts.Prepend(name)));
            }
        }

        private static IEnumerable<T> Items<T>(IEnumerable<Outcome<T>> outcomes)
            where T : class =>
            outcomes.Where(outcome => outcome.Error is null).Select(outcome => outcome.Item!);
    }
}
