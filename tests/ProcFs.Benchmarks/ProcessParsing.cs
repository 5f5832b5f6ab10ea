using System.Text;
using BenchmarkDotNet.Attributes;

namespace ProcFs.Benchmarks;

/// <summary>Parsing the files of a process into objects.</summary>
[MemoryDiagnoser]
public class ProcessParsing
{
    private readonly byte[] _status = Encoding.UTF8.GetBytes(
        """
        Name:	worker-1
        Umask:	0022
        State:	S (sleeping)
        Tgid:	4242
        Ngid:	0
        Pid:	4242
        PPid:	4241
        TracerPid:	0
        Uid:	0	0	0	0
        Gid:	0	0	0	0
        FDSize:	128
        Groups:	0 
        NStgid:	4242
        NSpid:	4242
        NSpgid:	4241
        NSsid:	4100
        Kthread:	0
        VmPeak:	    2680 kB
        VmSize:	    2680 kB
        VmLck:	       0 kB
        VmPin:	       0 kB
        VmHWM:	    1200 kB
        VmRSS:	    1200 kB
        RssAnon:	     100 kB
        RssFile:	    1100 kB
        RssShmem:	       0 kB
        VmData:	     224 kB
        VmStk:	     132 kB
        VmExe:	       4 kB
        VmLib:	    1788 kB
        VmPTE:	      48 kB
        VmSwap:	       0 kB
        HugetlbPages:	       0 kB
        CoreDumping:	0
        THP_enabled:	1
        untag_mask:	0xffffffffffffffff
        Threads:	1
        SigQ:	0/96365
        SigPnd:	0000000000000000
        ShdPnd:	0000000000000000
        SigBlk:	0000000000000000
        SigIgn:	0000000000000006
        SigCgt:	0000000000000000
        CapInh:	0000000000000000
        CapPrm:	000001ffffffffff
        CapEff:	000001ffffffffff
        CapBnd:	000001ffffffffff
        CapAmb:	0000000000000000
        NoNewPrivs:	0
        Seccomp:	0
        Seccomp_filters:	0
        Speculation_Store_Bypass:	thread vulnerable
        SpeculationIndirectBranch:	conditional enabled
        Cpus_allowed:	f
        Cpus_allowed_list:	0-3
        Mems_allowed:	00000000,00000001
        Mems_allowed_list:	0
        voluntary_ctxt_switches:	1
        nonvoluntary_ctxt_switches:	0

        """);

    private readonly byte[] _stat = Encoding.UTF8.GetBytes(
        "4242 (worker-1) S 4241 4241 4100 0 -1 4194368 40 0 0 0 0 0 0 0 20 0 1 0 5012 2744320 300 18446744073709551615 1 1 0 0 0 0 0 6 0 1 0 0 17 1 0 0 0 0 0 0 0 0 0 0 0 0 0\n");

    private readonly ProcRoot _root = new(
        Path.GetTempPath(),
        new SystemFacts { PageSize = 4096, TicksPerSecond = 100, BootTime = DateTimeOffset.UnixEpoch });

    [Benchmark]
    public ProcessStatus Status() => ProcessStatus.Parse(_status, new ProcSource(_root, "status"));

    [Benchmark]
    public ProcessStat Stat() => ProcessStat.Parse(_stat, new ProcSource(_root, "stat"));
}
