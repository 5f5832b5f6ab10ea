using System.CommandLine;
using ProcFs.Cli.Output;

namespace ProcFs.Cli.Commands;

/// <summary>The subcommands for one question about processes each, like the cmdlets of the same name.</summary>
internal static class QueryCommands
{
    private delegate void Reader(Session session, ParseResult parsed, string[] processes, IRowWriter rows);

    public static IEnumerable<Command> Create(StandardOutput output) =>
    [
        Map(output), Memory(output), Limit(output), Environment(output), Mount(output), Wait(output), Tree(output), Usage(output), Watch(output),
    ];

    private static ExampleCommand Map(StandardOutput output)
    {
        Option<string[]> target = Texts("--target", MappingQuery.TargetHelp);
        var detailed = new Option<bool>("--detailed") { Description = MappingQuery.DetailedHelp };
        return Of<MemoryMapping>(
            output,
            "map",
            "Shows the memory mappings of processes.",
            [("procfs map 1", "what process 1 has mapped"), ("procfs map --target '*libssl*' --group-by processname", "who uses a library")],
            [target, detailed],
            (session, parsed, processes, rows) => session.Read(new MappingQuery(RowOptions.ValueOf(parsed, target), parsed.GetValue(detailed)), processes, rows));
    }

    private static ExampleCommand Memory(StandardOutput output) => Of<ProcessMemory>(
        output,
        "memory",
        "Shows the memory of processes: resident, proportional and unique set sizes.",
        [("procfs memory nginx", "the memory of all processes with this name")],
        [],
        (session, _, processes, rows) => ReadEach(session, processes, (selection, summary) => session.ReadAll(ProcessMemory.Read(selection, summary, session.Stopped), rows.Write)));

    private static ExampleCommand Limit(StandardOutput output)
    {
        Option<string[]> resource = Texts("--resource", LimitQuery.LimitHelp);
        return Of<ResourceLimit>(
            output,
            "limit",
            "Shows the resource limits of processes, and their usage.",
            [("procfs limit 1 --resource nofile", "how many descriptors process 1 may open")],
            [resource],
            (session, parsed, processes, rows) => session.Read(new LimitQuery(RowOptions.ValueOf(parsed, resource)), processes, rows));
    }

    private static ExampleCommand Environment(StandardOutput output)
    {
        Option<string[]> variable = Texts("--variable", EnvironmentQuery.VariableHelp);
        return Of<EnvironmentVariable>(
            output,
            "env",
            "Shows the environment variables of processes. The table masks credentials, JSON has the values.",
            [("procfs env 1", "the environment of process 1"), ("procfs env --variable LANG --group-by value", "the number of processes with each value")],
            [variable],
            (session, parsed, processes, rows) => session.Read(new EnvironmentQuery(RowOptions.ValueOf(parsed, variable)), processes, rows));
    }

    private static ExampleCommand Mount(StandardOutput output)
    {
        Option<string[]> target = Texts("--target", MountQuery.TargetHelp);
        Option<string[]> source = Texts("--source", MountQuery.SourceHelp);
        Option<string[]> type = Texts("--type", MountQuery.TypeHelp);
        return Of<Mount>(
            output,
            "mount",
            "Shows the mounts of processes; without a process, those of procfs itself.",
            [("procfs mount --type ext4", "mounted file systems of this type"), ("procfs mount 1 --target /", "what process 1 has at its root")],
            [target, source, type],
            (session, parsed, processes, rows) => session.Read(
                new MountQuery(RowOptions.ValueOf(parsed, target), RowOptions.ValueOf(parsed, source), RowOptions.ValueOf(parsed, type)),
                processes.Length == 0 && session.Root.IsLive ? [$"{System.Environment.ProcessId}"] : processes,
                rows));
    }

    private static ExampleCommand Wait(StandardOutput output) => Of<ThreadWait>(
        output,
        "wait",
        "Shows what the threads of processes are waiting for.",
        [("procfs wait 1", "the wait channel and system call of each thread of process 1")],
        [],
        (session, _, processes, rows) => session.Read(new WaitQuery(), processes, rows));

    private static ExampleCommand Tree(StandardOutput output) => Of<ProcessTreeEntry>(
        output,
        "tree",
        "Shows processes as a tree: each parent before its children.",
        [("procfs tree", "all processes"), ("procfs tree sshd", "sessions, and what runs in them")],
        [],
        (session, _, processes, rows) =>
        {
            var query = new TreeQuery(session.Root);
            var summary = new ReadSummary();
            foreach (ProcessSelection selection in ProcessArgument.SelectionsOf(session.Root, processes))
            {
                session.ReportAll(query.Add(selection, session.Stopped));
            }

            foreach (ProcessTreeEntry entry in query.Read(summary, session.Stopped))
            {
                rows.Write(entry);
            }

            session.WarnOfHidden(summary);
        });

    private static ExampleCommand Usage(StandardOutput output)
    {
        var interval = new Option<double>("--interval") { Description = "The time between two samples, in seconds; at least 0.01.", HelpName = "seconds", DefaultValueFactory = _ => 1 };
        var count = new Option<int>("--count") { Description = "The number of rounds to measure; 0 continues until Ctrl-C.", HelpName = "rounds", DefaultValueFactory = _ => 1 };
        var top = new Option<int>("--top") { Description = "Only this number of processes in each round.", HelpName = "number", DefaultValueFactory = _ => int.MaxValue };
        var all = new Option<bool>("--all") { Description = "Idle processes too." };
        interval.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (>= 0.01 and <= 1_000_000))
            {
                result.AddError("--interval takes 0.01 to 1000000 seconds.");
            }
        });
        return Of<ProcessUsage>(
            output,
            "usage",
            "Measures the usage of processes between two samples: CPU, memory, I/O, faults and context switches.",
            [("procfs usage --top 5", "the busiest processes of a second"), ("procfs usage nginx --interval 10", "what these use in ten seconds")],
            [interval, count, top, all],
            (session, parsed, processes, rows) => ReadAllAtOnce(session, processes, (selection, summary) =>
            {
                var order = new UsageOrder { Top = parsed.GetValue(top), IsWithoutIdle = selection.IsAll && !parsed.GetValue(all) };
                int rounds = parsed.GetValue(count);
                session.ReadAll(
                    ProcessUsage.Measure(selection, TimeSpan.FromSeconds(parsed.GetValue(interval)), rounds == 0 ? null : rounds, includesThreads: false, summary, order, session.Stopped),
                    rows.Write);
            }));
    }

    private static ExampleCommand Watch(StandardOutput output) => Of<FdChange>(
        output,
        "watch",
        "Watches the descriptors that processes open, close and advance, until they end or Ctrl-C.",
        [("procfs watch 4242 --jsonl", "the changes of one process, as they come")],
        [],
        (session, _, processes, rows) =>
        {
            if (processes.Length == 0)
            {
                throw new UsageException("Name the processes to watch, by id or name.");
            }

            using var watcher = new FdWatcher(session.Root, FdWatcher.DefaultInterval);
            foreach (ProcessSelection selection in ProcessArgument.SelectionsOf(session.Root, processes))
            {
                session.ReportAll(watcher.Add(selection, new FileDescriptorFilter(), session.Stopped));
            }

            session.ReadAll(watcher.Watch(session.Stopped), rows.Write);
        });

    private static ExampleCommand Of<T>(StandardOutput output, string name, string description, (string Line, string Effect)[] examples, Option[] options, Reader read)
        where T : class
    {
        var command = new ExampleCommand(name, description) { Examples = examples };
        Argument<string[]> processes = ProcessArgument.AddTo(command);
        Array.ForEach(options, command.Options.Add);
        var format = new RowOptions(command, typeof(T));
        command.SetAction(parsed =>
        {
            using var session = new Session(parsed.GetValue(ProcFsCommand.Root)!, output);
            IRowWriter rows = format.CreateWriter(parsed, output);
            return session.Run(rows, () => read(session, parsed, ProcessArgument.ValuesOf(parsed, processes), rows));
        });
        return command;
    }

    private static Option<string[]> Texts(string name, string description) => new(name) { Description = description, HelpName = "wildcard" };

    private static void ReadEach(Session session, string[] processes, Action<ProcessSelection, ReadSummary> read)
    {
        var summary = new ReadSummary();
        foreach (ProcessSelection selection in ProcessArgument.SelectionsOf(session.Root, processes))
        {
            read(selection, summary);
        }

        session.WarnOfHidden(summary);
    }

    private static void ReadAllAtOnce(Session session, string[] processes, Action<ProcessSelection, ReadSummary> read)
    {
        var gathered = new GatheredProcesses();
        foreach (ProcessSelection selection in ProcessArgument.SelectionsOf(session.Root, processes))
        {
            gathered.Add(selection);
        }

        var summary = new ReadSummary();
        if (gathered.Selection is { } all)
        {
            read(all, summary);
        }

        session.WarnOfHidden(summary);
    }
}
