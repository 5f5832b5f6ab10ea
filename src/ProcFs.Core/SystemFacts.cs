using System.Buffers.Binary;
using System.Runtime.InteropServices;
using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs;

/// <summary>What the numbers of a /proc are counted in: of this machine, or of the one that a capture was taken on.</summary>
public sealed record SystemFacts
{
    // Types of the auxiliary vector (getauxval(3)).
    private const ulong AuxPageSize = 6;
    private const ulong AuxTicks = 17;

    /// <summary>Bytes in a page of memory.</summary>
    public required int PageSize { get; init; }

    /// <summary>Clock ticks a second.</summary>
    public required int TicksPerSecond { get; init; }

    /// <summary>When the machine was started (<c>btime</c> of <c>/proc/stat</c>); null where the file does not tell.</summary>
    public required DateTimeOffset? BootTime { get; init; }

    /// <summary>The processor, as uname(2) names it: x86_64, aarch64; null where that is not known.</summary>
    public string? Architecture { get; init; }

    /// <summary>The facts of the machine that <paramref name="root"/> belongs to.</summary>
    /// <remarks>
    /// A capture tells its page size and tick through any <c>auxv</c> in it; a capture without one is read with the
    /// numbers of this machine.
    /// </remarks>
    public static SystemFacts Of(ProcRoot root)
    {
        ArgumentNullException.ThrowIfNull(root);
        var buffer = new ReadBuffer();
        DateTimeOffset? bootTime = buffer.ReadFile(root.Handle, "stat") == Errno.None ? FindBootTime(buffer.Bytes) : null;
        var here = new SystemFacts
        {
            PageSize = (int)Libc.sysconf(Libc._SC_PAGESIZE),
            TicksPerSecond = (int)Libc.sysconf(Libc._SC_CLK_TCK),
            BootTime = bootTime,
            Architecture = FindArchitecture(root, buffer),
        };
        return root.IsLive ? here : FromCapture(root, buffer, here);
    }

    /// <summary>A number of ticks as a time span; the longest one where there is none so long.</summary>
    public TimeSpan FromTicks(ulong ticks) => new(Saturating.Clamp((Int128)ticks * TimeSpan.TicksPerSecond / TicksPerSecond));

    /// <summary>The moment that lies a number of ticks after the start of the machine; null where that start is not known.</summary>
    public DateTimeOffset? AfterBoot(ulong ticks) =>
        BootTime is { } boot && FromTicks(ticks) is var sinceBoot && sinceBoot <= DateTimeOffset.MaxValue - boot ? boot + sinceBoot : null;

    private static SystemFacts FromCapture(ProcRoot root, ReadBuffer buffer, SystemFacts here)
    {
        foreach (int processId in root.EnumerateProcessIds())
        {
            if (buffer.ReadFile(root.Handle, $"{processId}/auxv") == Errno.None && !buffer.Bytes.IsEmpty)
            {
                return here with
                {
                    PageSize = FindAuxiliary(buffer.Bytes, AuxPageSize) ?? here.PageSize,
                    TicksPerSecond = FindAuxiliary(buffer.Bytes, AuxTicks) ?? here.TicksPerSecond,
                };
            }
        }

        return here;
    }

    // The file came with Linux 6.1.
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

    private static int? FindAuxiliary(ReadOnlySpan<byte> vector, ulong type)
    {
        for (; vector.Length >= 16; vector = vector[16..])
        {
            if (BinaryPrimitives.ReadUInt64LittleEndian(vector) == type)
            {
                ulong value = BinaryPrimitives.ReadUInt64LittleEndian(vector[8..]);
                return value is > 0 and <= int.MaxValue ? (int)value : null;
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
