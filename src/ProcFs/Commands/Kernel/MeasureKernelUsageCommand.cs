using System.Management.Automation;
using ProcFs.Binding;
using ProcFs.Formatting;

namespace ProcFs.Commands;

/// <summary>Measures the activity of the machine: CPUs, paging, block devices, network devices, pressure.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "KernelUsage", DefaultParameterSetName = OfMachine, HelpUri = HelpUris.Module)]
[OutputType(typeof(KernelUsage), ParameterSetName = [OfMachine])]
[OutputType(typeof(CpuUsage), ParameterSetName = [OfCpus])]
[OutputType(typeof(DiskUsage), ParameterSetName = [OfDisks])]
[OutputType(typeof(NetDeviceUsage), ParameterSetName = [OfNetDevices])]
public sealed class MeasureKernelUsageCommand : ProcCmdlet
{
    private const string OfMachine = "Machine";
    private const string OfCpus = "Cpu";
    private const string OfDisks = "Disk";
    private const string OfNetDevices = "NetDevice";

    private static readonly TimeSpan s_least = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan s_most = TimeSpan.FromMilliseconds(int.MaxValue);

    /// <summary>The time between two samples.</summary>
    [Parameter(HelpMessage = "The time between two samples, in seconds or as a time span.")]
    [IntervalTransformation]
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The number of rounds to measure; 0 for no end.</summary>
    [Parameter(HelpMessage = "The number of rounds to measure; 0 continues until Ctrl-C.")]
    [ValidateRange(0, int.MaxValue)]
    public int Count { get; set; } = 1;

    /// <summary>Measures each CPU.</summary>
    [Parameter(ParameterSetName = OfCpus, Mandatory = true, HelpMessage = "Measures each CPU.")]
    public SwitchParameter Cpu { get; set; }

    /// <summary>Measures each block device with activity.</summary>
    [Parameter(ParameterSetName = OfDisks, Mandatory = true, HelpMessage = "Measures each block device.")]
    public SwitchParameter Disk { get; set; }

    /// <summary>Measures each network device.</summary>
    [Parameter(ParameterSetName = OfNetDevices, Mandatory = true, HelpMessage = "Measures each network device.")]
    public SwitchParameter NetDevice { get; set; }

    private protected override void Begin()
    {
        base.Begin();
        if (Interval < s_least || Interval > s_most)
        {
            ThrowTerminatingError(ErrorRecords.BadArgument($"The interval must be between 10 ms and 24 days.", Interval));
        }

        if (!ProcRoot.IsLive)
        {
            ThrowTerminatingError(ErrorRecords.NotSupported($"{ProcRoot} is not the /proc of a running machine: there is nothing to measure.", ProcRoot.Path));
        }
    }

    private protected override void Process()
    {
        RedrawnTable? table = Count == 1 ? null : RedrawnTable.For(MyInvocation, Host);
        foreach (KernelUsageRound round in KernelUsage.Measure(ProcRoot, Interval, Count == 0 ? null : Count, Parts, PipelineStopToken))
        {
            IReadOnlyList<object> rows = RowsOf(round);
            if (table is null)
            {
                WriteObject(rows, enumerateCollection: true);
            }
            else
            {
                table.Draw(rows);
            }
        }
    }

    private IReadOnlyList<object> RowsOf(KernelUsageRound round) => ParameterSetName switch
    {
        OfCpus => round.Cpus,
        OfDisks => round.Disks,
        OfNetDevices => round.NetDevices,
        _ => [round.Total!],
    };

    private KernelUsageParts Parts => ParameterSetName switch
    {
        OfCpus => KernelUsageParts.Cpus,
        OfDisks => KernelUsageParts.Disks,
        OfNetDevices => KernelUsageParts.NetDevices,
        _ => KernelUsageParts.Total,
    };
}
