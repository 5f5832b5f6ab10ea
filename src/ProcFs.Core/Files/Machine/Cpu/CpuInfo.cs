using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a processor of <c>/proc/cpuinfo</c>. The fields depend on the architecture: those that it lacks are null. Fields that the file has once for the whole
/// machine are repeated for each processor. Source: proc_cpuinfo(5), show_cpuinfo() of arch/*/kernel.
/// </summary>
[Fields]
public sealed partial class CpuInfo : ITable<CpuInfo>
{
    private CpuInfo()
    {
    }

    /// <summary>The number of the CPU; null if the file does not number the processors.</summary>
    [Key("processor"), Key("cpu number")] public int? Number { get; private set; }

    /// <summary>The vendor: <c>GenuineIntel</c>, <c>IBM/S390</c>.</summary>
    [Key("vendor_id"), Key("vendor")] public string? Vendor { get; private set; }

    /// <summary>The name: <c>AMD EPYC 7763 64-Core Processor</c>, <c>POWER9, altivec supported</c>, <c>MIPS 24Kc V7.4</c>.</summary>
    [Key("model name"), Key("Model Name"), Key("cpu model"), Key("cpu"), Key("Processor")] public string? ModelName { get; private set; }

    /// <summary>The family, a number on x86: <c>26</c>, <c>Loongson-64bit</c>.</summary>
    [Key("cpu family"), Key("CPU Family"), Key("family")] public string? Family { get; private set; }

    /// <summary>The model number on x86; on other architectures, the name of the machine: <c>Raspberry Pi 4 Model B Rev 1.4</c>.</summary>
    [Key("model"), Key("Model")] public string? Model { get; private set; }

    /// <summary>The stepping number, or <c>unknown</c>.</summary>
    [Key("stepping")] public string? Stepping { get; private set; }

    /// <summary>The version of the microcode: <c>0xb4</c>.</summary>
    [Key("microcode")] public string? Microcode { get; private set; }

    /// <summary>The current frequency, in MHz.</summary>
    [Key("cpu MHz", Parser = nameof(TryMegahertz)), Key("CPU MHz", Parser = nameof(TryMegahertz)), Key("clock", Parser = nameof(TryMegahertz))]
    [Key("cpu MHz dynamic", Parser = nameof(TryMegahertz))]
    public double? Frequency { get; private set; }

    /// <summary>The nominal frequency, in MHz; null except on s390.</summary>
    [Key("cpu MHz static", Parser = nameof(TryMegahertz))] public double? StaticFrequency { get; private set; }

    /// <summary>The size of the largest cache, in bytes.</summary>
    [Key("cache size", Parser = nameof(TryCacheSize)), Unit(Unit.Bytes)] public long? CacheSize { get; private set; }

    /// <summary>The socket.</summary>
    [Key("physical id"), Key("package")] public int? Package { get; private set; }

    /// <summary>The number of CPUs in the socket.</summary>
    [Key("siblings")] public int? Siblings { get; private set; }

    /// <summary>The core; CPUs with the same core and socket are its hardware threads.</summary>
    [Key("core id"), Key("core")] public int? CoreId { get; private set; }

    /// <summary>The number of cores in the socket.</summary>
    [Key("cpu cores")] public int? Cores { get; private set; }

    /// <summary>The id of the local interrupt controller (APIC).</summary>
    [Key("apicid")] public int? ApicId { get; private set; }

    /// <summary>The initial id of that controller, set by the firmware.</summary>
    [Key("initial apicid")] public int? InitialApicId { get; private set; }

    /// <summary>Whether it has a floating-point unit.</summary>
    [Key("fpu", Parser = nameof(TryHasFpu))] public bool? HasFpu { get; private set; }

    /// <summary>The name of the floating-point unit: <c>UltraSparc T1 integrated FPU</c>.</summary>
    [Key("fpu", Parser = nameof(TryFpu))] public string? Fpu { get; private set; }

    /// <summary>Whether floating-point errors raise exceptions instead of interrupts.</summary>
    [Key("fpu_exception")] public bool? HasFpuException { get; private set; }

    /// <summary>The highest function of the CPUID instruction.</summary>
    [Key("cpuid level")] public int? CpuidLevel { get; private set; }

    /// <summary>Whether write protection of pages also applies to the kernel.</summary>
    [Key("wp")] public bool? IsWriteProtected { get; private set; }

    /// <summary>The features: <c>sse2</c>, <c>aes</c>.</summary>
    [Key("flags"), Key("Features"), Key("features"), Key("Flags")] public string[]? Flags { get; private set; }

    /// <summary>The virtualization features.</summary>
    [Key("vmx flags")] public string[]? VmxFlags { get; private set; }

    /// <summary>The known bugs: <c>spectre_v1</c>.</summary>
    [Key("bugs")] public string[]? Bugs { get; private set; }

    /// <summary>The speed of the kernel's delay loop, in millions of iterations per second.</summary>
    [Key("bogomips"), Key("BogoMIPS"), Key("BogoMips"), Key("bogomips per cpu")] public double? BogoMips { get; private set; }

    /// <summary>The translation lookaside buffer: <c>2560 4K pages</c>.</summary>
    [Key("TLB size"), Key("TLB Entries"), Key("tlb_entries")] public string? TlbSize { get; private set; }

    /// <summary>The flush size of the cache, in bytes.</summary>
    [Key("clflush size"), Unit(Unit.Bytes)] public int? FlushSize { get; private set; }

    /// <summary>The size of a cache line, in bytes.</summary>
    [Key("cache_alignment"), Unit(Unit.Bytes)] public int? CacheAlignment { get; private set; }

    /// <summary>The number of bits of physical addresses.</summary>
    [Key("address sizes", Parser = nameof(TryPhysicalBits)), Key("Address Sizes", Parser = nameof(TryPhysicalBits))] public int? PhysicalAddressBits { get; private set; }

    /// <summary>The number of bits of virtual addresses.</summary>
    [Key("address sizes", Parser = nameof(TryVirtualBits)), Key("Address Sizes", Parser = nameof(TryVirtualBits))] public int? VirtualAddressBits { get; private set; }

    /// <summary>The power management features: <c>ts</c>, <c>hwpstate</c>; a number in brackets if the kernel has no name for it.</summary>
    [Key("power management")] public string[]? PowerManagement { get; private set; }

    /// <summary>The implementer number (ARM): 0x41.</summary>
    [Key("CPU implementer", Scale.PrefixedHex)] public ulong? Implementer { get; private set; }

    /// <summary>The architecture version (ARM): <c>8</c>, <c>5TEJ</c>.</summary>
    [Key("CPU architecture")] public string? Architecture { get; private set; }

    /// <summary>The variant number (ARM): 0x3.</summary>
    [Key("CPU variant", Scale.PrefixedHex)] public ulong? Variant { get; private set; }

    /// <summary>The part number of the implementer (ARM): 0xd0c.</summary>
    [Key("CPU part", Scale.PrefixedHex)] public ulong? Part { get; private set; }

    /// <summary>The revision of the processor: <c>1</c>, <c>2.3 (pvr 004e 1203)</c>, <c>0x10</c>.</summary>
    [Key("CPU revision"), Key("CPU Revision"), Key("revision")] public string? ProcessorRevision { get; private set; }

    /// <summary>The number of the hardware thread (RISC-V).</summary>
    [Key("hart")] public long? Hart { get; private set; }

    /// <summary>The instruction sets: <c>rv64imafdc</c>, <c>mips1 mips2 mips32r1</c>.</summary>
    [Key("isa"), Key("ISA")] public string? Isa { get; private set; }

    /// <summary>The instruction sets of this hardware thread, if they differ from those of all (RISC-V).</summary>
    [Key("hart isa")] public string? HartIsa { get; private set; }

    /// <summary>The memory management unit: <c>sv48</c>, <c>Radix</c>, <c>Hypervisor (sun4v)</c>.</summary>
    [Key("mmu"), Key("MMU"), Key("MMU Type")] public string? Mmu { get; private set; }

    /// <summary>The microarchitecture: <c>sifive,u74-mc</c> (RISC-V).</summary>
    [Key("uarch")] public string? MicroArchitecture { get; private set; }

    /// <summary>The version of the processor (s390): <c>FF</c>.</summary>
    [Key("version")] public string? Version { get; private set; }

    /// <summary>The identification of the processor (s390): <c>2733E8</c>.</summary>
    [Key("identification")] public string? Identification { get; private set; }

    /// <summary>The machine: <c>PowerNV 8335-GTG</c>; its type on s390: <c>2964</c>.</summary>
    [Key("machine")] public string? Machine { get; private set; }

    /// <summary>The system: <c>generic-loongson-machine</c>, <c>sun4v</c>.</summary>
    [Key("system type"), Key("type")] public string? SystemType { get; private set; }

    /// <summary>The platform: <c>PowerNV</c>, <c>pSeries</c>.</summary>
    [Key("platform")] public string? Platform { get; private set; }

    /// <summary>The firmware: <c>OPAL</c>.</summary>
    [Key("firmware")] public string? Firmware { get; private set; }

    /// <summary>The frequency of the time base, in Hz (PowerPC).</summary>
    [Key("timebase")] public long? TimeBase { get; private set; }

    /// <summary>The board (ARM): <c>BCM2835</c>.</summary>
    [Key("Hardware")] public string? Hardware { get; private set; }

    /// <summary>The revision of the board (ARM): <c>c03114</c>.</summary>
    [Key("Revision")] public string? Revision { get; private set; }

    /// <summary>The serial number of the board (ARM).</summary>
    [Key("Serial")] public string? Serial { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null: values that cannot be read. Fields that the architecture lacks are not included.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(CpuInfo),
        new(nameof(Number), 6),
        new(nameof(ModelName), 36),
        new(nameof(Frequency), 9),
        new(nameof(Package), 7),
        new(nameof(CoreId), 6),
        new(nameof(CacheSize), 9),
        new(nameof(BogoMips), 9));

    /// <summary>The number and the name: <c>0 AMD EPYC</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Number} {ModelName ?? Vendor ?? Isa ?? SystemType}".Trim());

    static string IRow<CpuInfo>.NameOf(CpuInfo row) => row.Number is { } number ? $"{number}" : "cpu";

    private static UnavailableReason? WhyMissing(string property, bool isFound) => null;
}
