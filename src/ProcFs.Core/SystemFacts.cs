using System.Runtime.InteropServices;
using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs;

/// <summary>The units of the numbers in a /proc: those of this machine, or of the machine of a capture.</summary>
public sealed record SystemFacts
{
    // Types of the auxiliary vector (getauxval(3)).
    private const ulong AuxPageSize = 6;
    private const ulong AuxTicks = 17;

    // USER_HZ of all architectures but Alpha and Itanium (include/uapi/asm-generic/param.h).
    private const int UsualTicks = 100;

    private readonly bool? _isBigEndian;

    // The tolerated difference between the two sources, one of which is rounded down.
    private static readonly TimeSpan s_tolerance = TimeSpan.FromSeconds(2);

    /// <summary>The page size, in bytes.</summary>
    public required int PageSize { get; init; }

    /// <summary>The number of clock ticks per second.</summary>
    public required int TicksPerSecond { get; init; }

    /// <summary>
    /// The boot time: <c>btime</c> of <c>/proc/stat</c>, or the one computed from the clocks if that is missing, or is that of a container as LXCFS writes it. Null
    /// for a capture without it.
    /// </summary>
    public required DateTimeOffset? BootTime { get; init; }

    /// <summary>The processor architecture, as in uname(2): x86_64, aarch64; null if it is unknown.</summary>
    public string? Architecture { get; init; }

    /// <summary>
    /// Whether numbers in memory, and the words of network addresses, begin with their highest byte. A folder tells by any <c>auxv</c>, otherwise by
    /// <see cref="Architecture"/>, which is the same for both orders of MIPS.
    /// </summary>
    public bool IsBigEndian
    {
        get => _isBigEndian ?? Architecture switch
        {
            null => !BitConverter.IsLittleEndian,
            "s390" or "s390x" or "ppc" or "ppc64" or "sparc" or "sparc64" or "parisc" or "parisc64" or "m68k" or "aarch64_be" => true,
            _ => false,
        };
        init => _isBigEndian = value;
    }

    /// <summary>The facts of the machine of <paramref name="root"/>.</summary>
    /// <remarks>A capture provides its page size, tick and byte order in any <c>auxv</c>; a capture without one is read with the values of this machine.</remarks>
    public static SystemFacts Of(ProcRoot root)
    {
        ArgumentNullException.ThrowIfNull(root);
        if (root.Capture is { } capture)
        {
            return capture.Facts;
        }

        var buffer = new ReadBuffer();
        DateTimeOffset? bootTime = buffer.ReadFile(root.Handle, "stat") == Errno.None ? FindBootTime(buffer.Bytes) : null;
        bootTime = root.IsLive ? Checked(bootTime) : bootTime;
        var here = new SystemFacts
        {
            PageSize = Environment.SystemPageSize,
            TicksPerSecond = root.IsLive ? (int)Libc.sysconf(Libc._SC_CLK_TCK) : UsualTicks,
            BootTime = bootTime,
            Architecture = FindArchitecture(root, buffer),
        };
        return root.IsLive ? here with { IsBigEndian = !BitConverter.IsLittleEndian } : FromCapture(root, buffer, here);
    }

    /// <summary>A number of ticks as a time span, limited to the longest one.</summary>
    public TimeSpan FromTicks(ulong ticks) => new(Saturating.Clamp((Int128)ticks * TimeSpan.TicksPerSecond / TicksPerSecond));

    /// <summary>The time that is a number of ticks after boot; null if the boot time is unknown.</summary>
    public DateTimeOffset? AfterBoot(ulong ticks) =>
        BootTime is { } boot && FromTicks(ticks) is var sinceBoot && sinceBoot <= DateTimeOffset.MaxValue - boot ? boot + sinceBoot : null;

    // The ticks of /proc/<pid>/stat count from the boot of the host, as CLOCK_BOOTTIME does. The file has whole seconds, the same at each reading.
    private static DateTimeOffset? Checked(DateTimeOffset? said)
    {
        TimeSpan sinceBoot = BootClock.Now;
        if (sinceBoot == TimeSpan.Zero)
        {
            return said;
        }

        DateTimeOffset told = DateTimeOffset.UtcNow - sinceBoot;
        return said is { } time && (time - told).Duration() < s_tolerance ? said : DateTimeOffset.FromUnixTimeSeconds(told.ToUnixTimeSeconds());
    }

    private static SystemFacts FromCapture(ProcRoot root, ReadBuffer buffer, SystemFacts here)
    {
        foreach (int processId in root.EnumerateProcessIds())
        {
            if (buffer.ReadFile(root.Handle, $"{processId}/auxv") == Errno.None && new AuxiliaryVector(buffer.Bytes) is { IsKnown: true } vector)
            {
                SystemFacts there = here with
                {
                    PageSize = FindAuxiliary(vector, AuxPageSize) ?? here.PageSize,
                    TicksPerSecond = FindAuxiliary(vector, AuxTicks) ?? here.TicksPerSecond,
                };
                return there.IsBigEndian == vector.IsBigEndian ? there : there with { IsBigEndian = vector.IsBigEndian };
            }
        }

        return here;
    }

    // The file exists since Linux 6.1.
    private static string? FindArchitecture(ProcRoot root, ReadBuffer buffer)
    {
        if (buffer.ReadFile(root.Handle, "sys/kernel/arch") == Errno.None)
        {
            return LosslessText.Decode(buffer.Bytes.TrimEnd((byte)'\n'));
        }

        return RuntimeInformation.OSArchitecture switch
        {
            System.Runtime.InteropServices.Architecture.X64 => "x86_64",
            System.Runtime.InteropServices.Architecture.Arm64 => "aarch64",
            _ => null,
        };
    }

    private static int? FindAuxiliary(AuxiliaryVector vector, ulong type)
    {
        int count = vector.Count;
        for (int i = 0; i < count; i++)
        {
            if (vector.TypeAt(i) == type)
            {
                return vector.ValueAt(i) is > 0 and <= int.MaxValue and var value ? (int)value : null;
            }
        }

        return null;
    }

    private static DateTimeOffset? FindBootTime(ReadOnlySpan<byte> stat)
    {
        ReadOnlySpan<byte> key = "\nbtime "u8;
        int start = stat.IndexOf(key);
        if (start < 0)
        {
            return null;
        }

        ReadOnlySpan<byte> rest = stat[(start + key.Length)..];
        int end = rest.IndexOf((byte)'\n');
        return Number.TryUInt32(end < 0 ? rest : rest[..end], out uint seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
    }
}
