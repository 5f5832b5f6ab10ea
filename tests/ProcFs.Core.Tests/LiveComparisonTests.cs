using System.Globalization;
using ProcFs.Text;

namespace ProcFs;

/// <summary>Data of the live /proc, compared with an independent reading of the same files.</summary>
public sealed class LiveComparisonTests
{
    private static readonly ProcRoot s_root = new();

    // Descriptors come and go meanwhile: only those that are the same before and after are compared. One that was closed and reopened in between is missed once,
    // not every time.
    [Fact]
    public void Descriptors_of_all_processes_match_readlink()
    {
        HashSet<string> wrong = Differences(out int compared);
        for (int i = 0; i < 4 && wrong.Count > 0; i++)
        {
            wrong.IntersectWith(Differences(out _));
        }

        Assert.Empty(wrong);
        Assert.True(compared > 10);
    }

    [Fact]
    public void Status_of_this_process_has_every_key_of_its_file()
    {
        string[] keys = [.. File.ReadLines("/proc/self/status").Select(line => line.Split(':')[0])];
        ProcessStatus status = Assert.Single(Items(s_root.Processes(Environment.ProcessId).Read<ProcessStatus>(new ReadSummary(), TestContext.Current.CancellationToken)));
        var values = typeof(ProcessStatus).GetProperties().ToDictionary(property => property.Name, property => property.GetValue(status));
        foreach (string key in keys.Where(key => !status.Additional.ContainsKey(key)))
        {
            string name = PropertyOf(key);
            Assert.True(values.ContainsKey(name), $"{key}: no property {name}.");
            Assert.NotNull(values[name]);
        }
    }

    [Fact]
    public void Status_of_a_child_has_the_values_of_its_file()
    {
        using var child = new Fixtures.ChildProcess();
        ProcessStatus status = Assert.Single(Items(s_root.Processes(child.Id).Read<ProcessStatus>(new ReadSummary(), TestContext.Current.CancellationToken)));
        var lines = File.ReadLines($"/proc/{child.Id}/status").Select(line => line.Split(':', 2)).ToDictionary(parts => parts[0], parts => parts[1].Trim());
        Assert.Equal(lines["Name"], status.Comm);
        Assert.Equal(lines["Pid"], $"{status.ThreadId}");
        Assert.Equal($"{Environment.ProcessId}", $"{status.ParentProcessId}");
        Assert.Equal(lines["VmPeak"], $"{status.VmPeak / 1024} kB");
        Assert.Equal(lines["VmExe"], $"{status.VmExe / 1024} kB");
        Assert.Equal(lines["Uid"].Split('\t'), status.UserIds!.Select(id => $"{id}"));
        Assert.Equal(lines["Groups"].Split(' ', StringSplitOptions.RemoveEmptyEntries), status.Groups!.Select(id => $"{id}"));
        Assert.Equal(lines["CapBnd"], $"{status.CapBnd!.Mask:x16}");
        Assert.Equal(lines["SigIgn"], $"{status.SigIgn!.Mask:x16}");
        Assert.Equal(lines["Cpus_allowed_list"], $"{status.CpusAllowedList}");
        Assert.Equal(status.CpusAllowedList, status.CpusAllowed);
        Assert.Equal(lines["Mems_allowed_list"], $"{status.MemsAllowedList}");
        Assert.Equal(status.MemsAllowedList, status.MemsAllowed);
    }

    [Fact]
    public void Stat_of_a_child_has_the_values_of_its_file()
    {
        using var child = new Fixtures.ChildProcess();
        string text = File.ReadAllText($"/proc/{child.Id}/stat");
        var stat = ProcessStat.Parse(LosslessText.Encode(text), new ProcSource(s_root, $"{child.Id}/stat"));
        string[] fields = text[(text.LastIndexOf(')') + 2)..].TrimEnd('\n').Split(' ');
        Assert.Equal((child.Id, "sleep"), (stat.ProcessId, stat.Comm));
        Assert.Equal(fields[1], $"{stat.ParentProcessId}");
        Assert.Equal(fields[19], $"{stat.StartTicks}");
        Assert.Equal(fields[20], $"{stat.VirtualSize}");
        Assert.Equal(fields[21], $"{stat.ResidentSize / Environment.SystemPageSize}");
        Assert.Equal(fields.Length > 50 ? fields.Length - 50 : 0, stat.Additional.Count);
        Assert.InRange(stat.StartTime!.Value, DateTimeOffset.UnixEpoch, DateTimeOffset.UtcNow.AddMinutes(5));
    }

    // Symbols of BPF programs come and go: only those of the kernel and its modules are compared.
    [Fact]
    public void Symbols_are_the_lines_of_kallsyms()
    {
        Assert.SkipUnless(File.Exists("/proc/kallsyms"), "This kernel has no kallsyms.");
        string[][] lines = [.. File.ReadLines("/proc/kallsyms").Select(line => line.Split('\t')).Where(parts => parts.Length == 1)
            .Select(parts => parts[0].Split(' ', 3))];
        KernelSymbol[] symbols = [.. Items(KernelSymbol.Read(s_root, KernelSymbolFilter.None, isFresh: true, TestContext.Current.CancellationToken)).Where(symbol => symbol.Module is null)];
        Assert.Equal(lines.Length, symbols.Length);
        bool isHidden = lines.All(parts => parts[0].All(digit => digit == '0'));
        for (int i = 0; i < lines.Length; i++)
        {
            Assert.Equal(lines[i][2], symbols[i].Name);
            Assert.Equal(lines[i][1][0], symbols[i].Type);
            ulong? address = isHidden ? null : ulong.Parse(lines[i][0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            Assert.Equal(address, symbols[i].Address);
        }
    }

    private static string PropertyOf(string key) => key switch
    {
        "Name" => nameof(ProcessStatus.Comm),
        "Tgid" => nameof(ProcessStatus.ProcessId),
        "Ngid" => nameof(ProcessStatus.NumaGroupId),
        "Pid" => nameof(ProcessStatus.ThreadId),
        "PPid" => nameof(ProcessStatus.ParentProcessId),
        "TracerPid" => nameof(ProcessStatus.TracerProcessId),
        "Uid" => nameof(ProcessStatus.UserIds),
        "Gid" => nameof(ProcessStatus.GroupIds),
        "FDSize" => nameof(ProcessStatus.FdSize),
        "NStgid" => nameof(ProcessStatus.NamespaceThreadGroupIds),
        "NSpid" => nameof(ProcessStatus.NamespaceProcessIds),
        "NSpgid" => nameof(ProcessStatus.NamespaceGroupIds),
        "NSsid" => nameof(ProcessStatus.NamespaceSessionIds),
        "Kthread" => nameof(ProcessStatus.IsKernelThread),
        "VmHWM" => nameof(ProcessStatus.VmHwm),
        "VmRSS" => nameof(ProcessStatus.VmRss),
        "VmPTE" => nameof(ProcessStatus.VmPte),
        "CoreDumping" => nameof(ProcessStatus.IsDumpingCore),
        "THP_enabled" => nameof(ProcessStatus.ThpEnabled),
        "untag_mask" => nameof(ProcessStatus.UntagMask),
        "SigQ" => nameof(ProcessStatus.SignalQueueLimit),
        "NoNewPrivs" => nameof(ProcessStatus.NoNewPrivileges),
        "Seccomp_filters" => nameof(ProcessStatus.SeccompFilters),
        "Speculation_Store_Bypass" => nameof(ProcessStatus.SpeculationStoreBypass),
        "Cpus_allowed" => nameof(ProcessStatus.CpusAllowed),
        "Cpus_allowed_list" => nameof(ProcessStatus.CpusAllowedList),
        "Mems_allowed" => nameof(ProcessStatus.MemsAllowed),
        "Mems_allowed_list" => nameof(ProcessStatus.MemsAllowedList),
        "voluntary_ctxt_switches" => nameof(ProcessStatus.VoluntarySwitches),
        "nonvoluntary_ctxt_switches" => nameof(ProcessStatus.InvoluntarySwitches),
        "x86_Thread_features" => nameof(ProcessStatus.ThreadFeatures),
        "x86_Thread_features_locked" => nameof(ProcessStatus.ThreadFeaturesLocked),
        _ => key,
    };

    private static IEnumerable<T> Items<T>(IEnumerable<Outcome<T>> outcomes)
        where T : class => outcomes.Where(outcome => outcome.Error is null).Select(outcome => outcome.Item!);

    private static HashSet<string> Differences(out int compared)
    {
        Dictionary<(int, int), string> before = ReadLinks();
        Dictionary<(int, int), FileDescriptor> found = Items(FileDescriptor.Read(s_root.Processes(), FileDescriptorFilter.None, new ReadSummary(), TestContext.Current.CancellationToken))
            .ToDictionary(fd => (fd.ProcessId, fd.Number!.Value));
        Dictionary<(int, int), string> after = ReadLinks();
        KeyValuePair<(int, int), string>[] same = [.. before.Where(link => after.GetValueOrDefault(link.Key) == link.Value && !IsOwn(link.Key))];
        compared = same.Length;
        return [.. same.Where(link => TargetOf(found.GetValueOrDefault(link.Key)) != link.Value).Select(link => $"{link.Key}: {link.Value}")];
    }

    // Descriptors of the library itself, such as the root.
    private static bool IsOwn((int ProcessId, int Number) link) => link.ProcessId == Environment.ProcessId && IO.OwnDescriptors.Contains(link.Number);

    private static string? TargetOf(FileDescriptor? descriptor) =>
        descriptor is { IsDeleted: true } or { Type: FileDescriptorType.MemFd or FileDescriptorType.Aio } ? descriptor.Target + " (deleted)" : descriptor?.Target;

    private static Dictionary<(int, int), string> ReadLinks()
    {
        var links = new Dictionary<(int, int), string>();
        foreach (string process in Directory.GetDirectories("/proc").Where(path => char.IsAsciiDigit(path["/proc/".Length])))
        {
            try
            {
                foreach (string link in Directory.GetFileSystemEntries($"{process}/fd"))
                {
                    // A name that is not valid text cannot be read this way.
                    if (new FileInfo(link).LinkTarget is { } target && !target.Contains('\uFFFD'))
                    {
                        links.Add((int.Parse(process["/proc/".Length..], CultureInfo.InvariantCulture), int.Parse(Path.GetFileName(link), CultureInfo.InvariantCulture)), target);
                    }
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // The process has ended, or is another user's.
            }
        }

        return links;
    }
}
