using System.Buffers.Binary;
using ProcFs.Fixtures;

namespace ProcFs;

/// <summary>A whole process of other kernels and architectures, by the public reading functions: word size and byte order come from the capture itself.</summary>
public class ForeignKernelTests
{
    private const int Id = 4242;

    [Theory]
    [InlineData("2.6.32-i686", 4096, 100, false)]
    [InlineData("3.10-s390x", 4096, 100, true)]
    [InlineData("5.15-mips", 16384, 250, true)]
    public void The_vector_tells_page_size_tick_and_byte_order(string name, int pageSize, int ticks, bool isBigEndian)
    {
        using var root = new ForeignRoot(name);
        SystemFacts facts = root.Root.Facts;
        Assert.Equal((pageSize, ticks, isBigEndian), (facts.PageSize, facts.TicksPerSecond, facts.IsBigEndian));
    }

    [Theory]
    [InlineData("2.6.32-i686", "syslog ng", 2621440UL, 915.0)]
    [InlineData("3.10-s390x", "lpar-agent", 16777216UL, 1200.0)]
    [InlineData("5.15-mips", "dropbear", 786432UL, 8.8)]
    public void Status_stat_and_statm_agree(string name, string processName, ulong resident, double startSeconds)
    {
        using var root = new ForeignRoot(name);
        ProcProcess process = root.Root.Process(Id);
        ProcessStatus status = process.Read<ProcessStatus>();
        ProcessStat stat = process.Read<ProcessStat>();
        Assert.Equal((processName, processName), (status.Name, stat.Name));
        Assert.Equal(resident, (ulong)status.VmRss!.Value);
        Assert.Equal(resident, (ulong)stat.ResidentSize!.Value);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_262_304_000).AddSeconds(startSeconds), stat.StartTime);
        Assert.DoesNotContain(UnavailableReason.Malformed, status.Unavailable.Values);
        Assert.DoesNotContain(UnavailableReason.Malformed, stat.Unavailable.Values);
    }

    [Theory]
    [InlineData("2.6.32-i686", 0x8049a20UL, 19)]
    [InlineData("3.10-s390x", 0x80011c70UL, 18)]
    [InlineData("5.15-mips", 0x4055c0UL, 17)]
    public void Auxv_is_read_in_its_own_words(string name, ulong entry, int count)
    {
        using var root = new ForeignRoot(name);
        AuxiliaryValue[] values = Rows<AuxiliaryValue>(root);
        Assert.Equal(count, values.Length);
        Assert.Equal(entry, values.Single(value => value.Name == "AT_ENTRY").Value);
    }

    [Theory]
    [InlineData("2.6.32-i686", 6, "[stack]", 0xbfd40000UL)]
    [InlineData("3.10-s390x", 6, "[stack]", 0x3ffffaad000UL)]
    [InlineData("5.15-mips", 5, "[stack]", 0x7fffc000UL)]
    public void Maps_have_addresses_of_either_width(string name, int count, string last, ulong end)
    {
        using var root = new ForeignRoot(name);
        MemoryMapping[] maps = Rows<MemoryMapping>(root);
        Assert.Equal(count, maps.Length);
        Assert.Equal((last, end), (maps[^1].Target, maps[^1].End));
    }

    [Theory]
    [InlineData("2.6.32-i686")]
    [InlineData("3.10-s390x")]
    [InlineData("5.15-mips")]
    public void Network_addresses_are_in_the_byte_order_of_the_machine(string name)
    {
        using var root = new ForeignRoot(name);
        List<TcpSocket> sockets = Net<TcpSocket>(root, "tcp");
        Assert.Equal(["127.0.0.1:5432", "192.0.2.7:22"], sockets.Select(socket => socket.LocalEndPoint));
        Assert.Equal("198.51.100.9:49374", sockets[1].RemoteEndPoint);
        List<TcpSocket> six = Net<TcpSocket>(root, "tcp6");
        Assert.Equal(["[::1]:631", "[2001:db8::42]:443"], six.Select(socket => socket.LocalEndPoint));
        List<IPv4Route> routes = Net<IPv4Route>(root, "route");
        Assert.Equal((24, "192.0.2.0"), (routes[1].PrefixLength, $"{routes[1].Destination}"));
    }

    [Fact]
    public void Signals_of_mips_are_128_and_have_their_own_numbers()
    {
        using var root = new ForeignRoot("5.15-mips");
        ProcessStatus status = root.Root.Process(Id).Read<ProcessStatus>();
        Assert.Equal(["SIGPIPE"], status.SigIgn!.Names);
        Assert.Equal(["SIGINT", "SIGTERM", "SIGCHLD"], status.SigCgt!.Names);
        using var usual = new ForeignRoot("2.6.32-i686");
        Assert.Equal(["SIGPIPE"], usual.Root.Process(Id).Read<ProcessStatus>().SigIgn!.Names);
    }

    [Fact]
    public void What_only_an_old_kernel_writes_is_kept()
    {
        using var root = new ForeignRoot("2.6.32-i686");
        ProcessStatus status = root.Root.Process(Id).Read<ProcessStatus>();
        Assert.Equal("12 kB", status.Additional["Stack usage"]);
        Assert.Equal(UnavailableReason.NotOnThisKernel, status.Unavailable[nameof(ProcessStatus.Umask)]);
    }

    [Fact]
    public void Pages_are_read_in_the_byte_order_of_the_machine()
    {
        using var root = new ForeignRoot("3.10-s390x");
        byte[] entries = new byte[16];
        // Present, page frame 0x1234.
        BinaryPrimitives.WriteUInt64BigEndian(entries.AsSpan(8), (1UL << 63) | 0x1234);
        File.WriteAllBytes(root.PathOf("4242/pagemap"), entries);
        AddressRange[] ranges = [new AddressRange(4096, 8192)];
        PageMapEntry page = PageMapEntry.Read(root.Root.Processes(Id), ranges, new ReadSummary(), TestContext.Current.CancellationToken).Single().Item!;
        Assert.Equal((0x1234UL, true), (page.Frame!.Value, page.Flags.HasFlag(PageMapFlags.Present)));
    }

    private static List<T> Net<T>(ForeignRoot root, string file)
        where T : class
    {
        (List<T> rows, List<ProcException> errors) = NetFiles.Rows<T>(root.Root, $"net/{file}");
        Assert.Empty(errors);
        return rows;
    }

    private static T[] Rows<T>(ForeignRoot root)
        where T : class, IRow<T> => [.. root.Root.Process(Id).Rows<T>(TestContext.Current.CancellationToken).Select(outcome => outcome.Item!)];
}
