using ProcFs.Grammar;

namespace ProcFs;

public sealed class CpuInfoTests
{
    [Fact]
    public void An_x86_processor_has_topology_and_features()
    {
        CpuInfo[] cpus = Of("6.18-x86_64");
        Assert.Equal((1, "AuthenticAMD", "26", "2", "AMD EPYC", "1", "0x1000065"), (cpus[1].Number, cpus[1].Vendor, cpus[1].Family, cpus[1].Model, cpus[1].ModelName, cpus[1].Stepping, cpus[1].Microcode));
        Assert.Equal((2596.122, 1024 * 1024, 0, 2, 1, 2, 5192.24), (cpus[1].Frequency, cpus[1].CacheSize, cpus[1].Package, cpus[1].Siblings, cpus[1].CoreId, cpus[1].Cores, cpus[1].BogoMips));
        Assert.Equal((48, 57, 64, 64), (cpus[1].PhysicalAddressBits, cpus[1].VirtualAddressBits, cpus[1].FlushSize, cpus[1].CacheAlignment));
        Assert.Equal((true, null, true, true), (cpus[1].HasFpu, cpus[1].Fpu, cpus[1].HasFpuException, cpus[1].IsWriteProtected));
        Assert.Contains("avx2", cpus[1].Flags!);
        Assert.Equal(["ts", "ttp", "hwpstate", "[13]"], cpus[1].PowerManagement!);
        Assert.Empty(cpus[0].PowerManagement!);
        Assert.All(cpus, cpu => Assert.Empty(cpu.Additional));
        Assert.Equal("1 AMD EPYC", $"{cpus[1]}");
    }

    [Fact]
    public void An_older_one_has_no_number_for_its_stepping()
    {
        CpuInfo cpu = Assert.Single(Of("3.2-x86_64"));
        Assert.Equal(("unknown", null, "no", 36), (cpu.Stepping, cpu.Microcode, cpu.Additional["fdiv_bug"], cpu.PhysicalAddressBits));
        Assert.Empty(cpu.Unavailable);
    }

    [Fact]
    public void A_processor_of_arm64_has_no_name_but_numbers()
    {
        CpuInfo[] cpus = Of("6.12-aarch64");
        Assert.Equal((1, null, 0x41UL, "8", 3UL, 0xd0cUL, "1", 50.0), (cpus[1].Number, cpus[1].ModelName, cpus[1].Implementer, cpus[1].Architecture, cpus[1].Variant, cpus[1].Part, cpus[1].ProcessorRevision, cpus[1].BogoMips));
        Assert.Equal(2, cpus.Length);
    }

    [Theory]
    [InlineData("3.10-aarch64", 3, "AArch64 Processor rev 2 (aarch64)", "Board Two")]
    [InlineData("3.2-armv7l", 2, "ARMv7 Processor rev 0 (v7l)", "Highbank")]
    [InlineData("5.10-armv7l", 2, "ARMv7 Processor rev 4 (v7l)", "BCM2835")]
    public void What_is_said_once_is_true_of_each_processor(string fixture, int count, string name, string board)
    {
        CpuInfo[] cpus = Of(fixture);
        Assert.Equal(Enumerable.Range(0, count), cpus.Select(cpu => cpu.Number!.Value));
        Assert.All(cpus, cpu => Assert.Equal((name, board, 0x41UL), (cpu.ModelName, cpu.Hardware, cpu.Implementer)));
        Assert.All(cpus, cpu => Assert.NotEmpty(cpu.Flags!));
    }

    [Fact]
    public void A_board_has_a_revision_and_a_number()
    {
        Assert.All(Of("5.10-armv7l"), cpu => Assert.Equal(("a02082", "00000000deadbeef", "Board One Rev 1.2", "4"), (cpu.Revision, cpu.Serial, cpu.Model, cpu.ProcessorRevision)));
        Assert.Equal([1992.29, 1995.05], Of("3.2-armv7l").Select(cpu => cpu.BogoMips));
    }

    [Fact]
    public void A_power_machine_follows_its_processors()
    {
        CpuInfo[] cpus = Of("6.1-ppc64le");
        Assert.Equal([0, 8], cpus.Select(cpu => cpu.Number!.Value));
        Assert.All(cpus, cpu => Assert.Equal((3800.0, "2.3 (pvr 004e 1203)", 512000000L, "PowerNV", "8335-GTG", "OPAL", "Radix"), (cpu.Frequency, cpu.ProcessorRevision, cpu.TimeBase, cpu.Platform, cpu.Model, cpu.Firmware, cpu.Mmu)));
        Assert.Equal("POWER9, altivec supported", cpus[0].ModelName);
    }

    [Fact]
    public void S390_describes_a_processor_in_two_places()
    {
        CpuInfo[] cpus = Of("6.1-s390x");
        Assert.Equal([(0, "00", 5000.0, 5200.0, 0), (1, "00", 5000.0, 5200.0, 1)], cpus.Select(cpu => (cpu.Number!.Value, cpu.Version, cpu.Frequency!.Value, cpu.StaticFrequency!.Value, cpu.CoreId!.Value)));
        Assert.All(cpus, cpu => Assert.Equal(("IBM/S390", 3033.0, "2733E8", "2964"), (cpu.Vendor, cpu.BogoMips, cpu.Identification, cpu.Machine)));
        Assert.Equal(("2", "0", "4"), (cpus[0].Additional["# processors"], cpus[0].Additional["max thread id"], cpus[1].Additional["drawer id"]));
        Assert.Equal([0, 3], Of("3.10-s390x").Select(cpu => cpu.Number!.Value));
        Assert.Equal(("FF", "13C7B7", "2827"), (Of("3.10-s390x")[1].Version, Of("3.10-s390x")[1].Identification, Of("3.10-s390x")[1].Machine));
    }

    [Fact]
    public void Harts_may_differ_in_their_instructions()
    {
        CpuInfo[] cpus = Of("6.12-riscv64");
        Assert.Equal([(0, 2L, "rv64imafdc_zicntr_zicsr"), (1, 1L, "rv64imafdc_zicntr_zicsr_zba")], cpus.Select(cpu => (cpu.Number!.Value, cpu.Hart!.Value, cpu.HartIsa!)));
        Assert.Equal(("sv39", "sifive,u74-mc", "0x489"), (cpus[0].Mmu, cpus[0].MicroArchitecture, cpus[0].Additional["mvendorid"]));
    }

    [Fact]
    public void The_system_precedes_the_processors()
    {
        CpuInfo loong = Of("6.12-loongarch64")[1];
        Assert.Equal(("generic-loongson-machine", "Loongson-64bit", "Loongson-3A5000", 2500.0, 1, "2112", "0x10"), (loong.SystemType, loong.Family, loong.ModelName, loong.Frequency, loong.CoreId, loong.TlbSize, loong.ProcessorRevision));
        CpuInfo[] mips = Of("5.15-mips");
        Assert.Equal([0, 1], mips.Select(cpu => cpu.Number!.Value));
        Assert.All(mips, cpu => Assert.Equal(("MediaTek MT7621 ver:1 eco:3", "Router Three", "MIPS 1004Kc V2.15", "mips1 mips2 mips32r1 mips32r2"), (cpu.SystemType, cpu.Machine, cpu.ModelName, cpu.Isa)));
    }

    [Fact]
    public void Sparc_has_a_processor_for_each_reported_state()
    {
        CpuInfo[] cpus = Of("5.15-sparc64");
        Assert.Equal([(0, "online"), (1, "online")], cpus.Select(cpu => (cpu.Number!.Value, cpu.Additional["state"])));
        Assert.All(cpus, cpu => Assert.Equal(("UltraSparc T1 (Niagara)", true, "UltraSparc T1 integrated FPU", "sun4v", "000000003b9aca00"), (cpu.ModelName, cpu.HasFpu, cpu.Fpu, cpu.SystemType, cpu.Additional["Cpu1ClkTck"])));
    }

    [Fact]
    public void A_machine_that_numbers_no_processor_has_one()
    {
        CpuInfo cpu = Assert.Single(GrammarFile.Read<CpuInfo>("cpu\t\t\t: Alpha\ncpu model\t\t: EV67\ncycle frequency [Hz]\t: 462000000 est.\n", CpuInfo.ReadRows).Rows);
        Assert.Equal((null, "EV67", "462000000 est."), (cpu.Number, cpu.ModelName, cpu.Additional["cycle frequency [Hz]"]));
        Assert.Empty(GrammarFile.Read<CpuInfo>("", CpuInfo.ReadRows).Rows);
    }

    [Fact]
    public void An_odd_value_affects_only_itself()
    {
        CpuInfo[] cpus = [.. GrammarFile.Read<CpuInfo>("processor\t: many\ncpu MHz\t\t: fast\ncache size\t: -1 KB\nfuture thing\t: 7\n\nprocessor\t: 1\ncpu MHz : 10\n", CpuInfo.ReadRows).Rows];
        Assert.Equal(["CacheSize", "Frequency", "Number"], cpus[0].Unavailable.Keys.Order());
        Assert.Equal(("7", 1, 10.0), (cpus[0].Additional["future thing"], cpus[1].Number, cpus[1].Frequency));
    }

    [Fact]
    public void This_machine_has_a_processor_for_each_that_it_counts()
    {
        CpuInfo[] cpus = Read(new ProcRoot());
        Assert.Equal(new ProcRoot().Read<KernelStatistics>().Cpus.Length, cpus.Length);
        Assert.All(cpus, cpu => Assert.DoesNotContain(UnavailableReason.Malformed, cpu.Unavailable.Values));
    }

    private static CpuInfo[] Of(string fixture) => Read(new ProcRoot(Path.Combine(AppContext.BaseDirectory, "fixtures", fixture, "proc")));

    private static CpuInfo[] Read(ProcRoot root) =>
        [.. root.Rows<CpuInfo>(TestContext.Current.CancellationToken).Select(outcome => outcome.Item ?? throw outcome.Error!)];
}
