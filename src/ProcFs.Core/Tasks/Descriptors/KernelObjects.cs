using System.Globalization;
using ProcFs.Text;

namespace ProcFs;

/// <summary>Parses the lines of objects that only some kernels and machines have: io_uring, BPF, userfaultfd, dma-buf, graphics.</summary>
internal static class KernelObjects
{
    /// <summary>Sets the properties of its type.</summary>
    public static void Add(FileDescriptorDetail detail, DescriptorLines lines)
    {
        switch (detail.Type)
        {
            case FileDescriptorType.IoUring:
                detail.Ring = RingOf(lines);
                break;
            case FileDescriptorType.BpfMap or FileDescriptorType.BpfProgram or FileDescriptorType.BpfLink:
                detail.Bpf = BpfOf(detail.Type, lines);
                break;
            case FileDescriptorType.UserFaultFd:
                detail.PendingFaults = lines.TakeNumber("pending");
                detail.TotalFaults = lines.TakeNumber("total");
                detail.FaultFeatures = FeaturesOf(lines);
                break;
            case FileDescriptorType.DmaBuf:
                detail.Size = lines.TakeNumber("size") ?? detail.Size;
                detail.Exporter = lines.Take("exp_name");
                break;
            case FileDescriptorType.Device:
                detail.Graphics = GraphicsOf(lines);
                break;
        }
    }

    private static IoRing? RingOf(DescriptorLines lines)
    {
        if (lines.TakeNumber("SqMask") is not { } submission || lines.TakeNumber("CqMask") is not { } completion)
        {
            return null;
        }

        long pending = lines.TakeNumber("SqTail") - lines.TakeNumber("SqHead") ?? 0;
        long completed = lines.TakeNumber("CqTail") - lines.TakeNumber("CqHead") ?? 0;
        long? thread = lines.TakeNumber("SqThread");
        long? cpu = lines.TakeNumber("SqThreadCpu");
        return new IoRing
        {
            SubmissionEntries = submission + 1,
            SubmissionPending = pending & uint.MaxValue,
            CompletionEntries = completion + 1,
            CompletionPending = completed & uint.MaxValue,
            PollingThreadId = thread is > 0 ? (int)thread : null,
            PollingCpu = cpu is >= 0 ? (int)cpu : null,
            Files = [.. lines.TakeList("UserFiles").Select(ItemOf).Select(FileOf)],
            Buffers = [.. lines.TakeList("UserBufs").Select(ItemOf)],
        };
    }

    // "0: data.db"
    private static string ItemOf(string line) => line.Split(": ", 2) is [_, var item] ? item : line;

    // Newer kernels write paths, in which they escape blanks, and "<"; older ones write bare names as they are.
    private static string? FileOf(string text) => text == "<none>" ? null
        : text.StartsWith('/') ? PathEscapes.Decode(LosslessText.Encode(text), " \t\n\\<"u8)
        : text;

    private static BpfObject? BpfOf(FileDescriptorType type, DescriptorLines lines)
    {
        string? name = type switch
        {
            FileDescriptorType.BpfMap => lines.TakeNumber("map_type") is { } number ? BpfTypes.OfMap(number) : null,
            FileDescriptorType.BpfProgram => lines.TakeNumber("prog_type") is { } number ? BpfTypes.OfProgram(number) : null,
            _ => lines.Take("link_type"),
        };
        long? program = lines.TakeNumber("prog_id");
        return name is null ? null : new BpfObject
        {
            TypeName = name,
            Number = type == FileDescriptorType.BpfProgram ? program : lines.TakeNumber(type == FileDescriptorType.BpfMap ? "map_id" : "link_id"),
            ProgramId = type == FileDescriptorType.BpfLink ? program : null,
            KeySize = lines.TakeNumber("key_size"),
            ValueSize = lines.TakeNumber("value_size"),
            MaximumEntries = lines.TakeNumber("max_entries"),
            MapFlags = (ulong?)lines.TakeNumber("map_flags"),
            IsFrozen = lines.TakeNumber("frozen") is { } frozen ? frozen != 0 : null,
            Memory = lines.TakeNumber("memlock"),
            IsCompiled = lines.TakeNumber("prog_jited") is { } compiled ? compiled != 0 : null,
            Tag = lines.Take("prog_tag"),
            RunTime = lines.TakeNumber("run_time_ns") is { } time ? TimeSpan.FromTicks(time / TimeSpan.NanosecondsPerTick) : null,
            RunCount = lines.TakeNumber("run_cnt"),
        };
    }

    private static GraphicsClient? GraphicsOf(DescriptorLines lines)
    {
        if (lines.Take("drm-driver") is not { } driver)
        {
            return null;
        }

        var engines = new Dictionary<string, TimeSpan>();
        var memory = new Dictionary<string, long>();
        lines.Left.RemoveAll(line => TryTakeEngine(line, engines) || TryTakeMemory(line, memory));
        return new GraphicsClient
        {
            Driver = driver,
            Address = lines.Take("drm-pdev"),
            ClientId = lines.TakeNumber("drm-client-id"),
            Engines = engines,
            Memory = memory,
        };
    }

    // "API: aa:100:1ffff": the version, the features in use, and those of the kernel.
    private static UserFaultFeatures? FeaturesOf(DescriptorLines lines)
    {
        string[] parts = lines.Left.Find(line => line.Key == "API").Value?.Split(':') ?? [];
        if (parts.Length != 3 || !ulong.TryParse(parts[1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong features))
        {
            return null;
        }

        lines.Take("API");
        return (UserFaultFeatures)features;
    }

    // "drm-engine-render: 25662044495 ns"
    private static bool TryTakeEngine(KeyValuePair<string, string> line, Dictionary<string, TimeSpan> engines)
    {
        const string Prefix = "drm-engine-";
        bool isTime = line.Key.StartsWith(Prefix, StringComparison.Ordinal) && line.Value.EndsWith(" ns", StringComparison.Ordinal);
        return isTime && long.TryParse(line.Value.AsSpan(..^3), NumberStyles.None, CultureInfo.InvariantCulture, out long time)
            && engines.TryAdd(line.Key[Prefix.Length..], TimeSpan.FromTicks(time / TimeSpan.NanosecondsPerTick));
    }

    // "drm-total-vram0: 1024 KiB", and without a unit bytes.
    private static bool TryTakeMemory(KeyValuePair<string, string> line, Dictionary<string, long> memory)
    {
        string[] kinds = ["memory", "total", "shared", "active", "resident", "purgeable"];
        string[] parts = line.Key.Split('-', 3);
        string[] words = line.Value.Split(' ');
        int scale = words is [_, var unit] ? unit switch { "KiB" => 10, "MiB" => 20, _ => -1 } : 0;
        return parts is ["drm", var kind, var region] && Array.IndexOf(kinds, kind) >= 0 && scale >= 0
            && long.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out long amount) && amount <= long.MaxValue >> scale
            && memory.TryAdd($"{kind}-{region}", amount << scale);
    }
}
