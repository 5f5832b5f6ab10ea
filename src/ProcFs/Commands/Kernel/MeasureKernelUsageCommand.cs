using System.Management.Automation;
using ProcFs.Binding;
using ProcFs.Formatting;

namespace ProcFs.Commands;

/// <summary>Measures the activity of the machine: CPUs, paging, block devices, network devices, pressure.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "KernelUsage", DefaultParameterSetName = OfMachine, HelpUri = HelpUris.Module)]
[OutputType(typeof(KernelUsage), ParameterSetName = [OfMachine, OfCaptures])]
[OutputType(typeof(CpuUsage), ParameterSetName = [OfCpus])]
[OutputType(typeof(DiskUsage), ParameterSetName = [OfDisks])]
[OutputType(typeof(NetDeviceUsage), ParameterSetName = [OfNetDevices])]
public sealed class MeasureKernelUsageCommand : ProcCmdlet
{
    private const string OfMachine = "Machine";
    private const string OfCpus = "Cpu";
    private const string OfDisks = "Disk";
    private const string OfNetDevices = "NetDevice";
    private const string OfCaptures = "Captures";

    private static readonly TimeSpan s_least = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan s_most = TimeSpan.FromMilliseconds(int.MaxValue);

    /// <summary>The time between two samples.</summary>
    [Parameter(ParameterSetName = OfMachine, HelpMessage = "The time between two samples, in seconds or as a time span.")]
    [Parameter(ParameterSetName = OfCpus, HelpMessage = "The time between two samples, in seconds or as a time span.")]
    [Parameter(ParameterSetName = OfDisks, HelpMessage = "The time between two samples, in seconds or as a time span.")]
    [Parameter(ParameterSetName = OfNetDevices, HelpMessage = "The time between two samples, in seconds or as a time span.")]
    [IntervalTransformation]
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The number of rounds to measure; 0 for no end.</summary>
    [Parameter(ParameterSetName = OfMachine, HelpMessage = "The number of rounds to measure; 0 continues until Ctrl-C.")]
    [Parameter(ParameterSetName = OfCpus, HelpMessage = "The number of rounds to measure; 0 continues until Ctrl-C.")]
    [Parameter(ParameterSetName = OfDisks, HelpMessage = "The number of rounds to measure; 0 continues until Ctrl-C.")]
    [Parameter(ParameterSetName = OfNetDevices, HelpMessage = "The number of rounds to measure; 0 continues until Ctrl-C.")]
    [ValidateRange(0, int.MaxValue)]
    public int Count { get; set; } = 1;

    /// <summary>Measures each CPU.</summary>
    [Parameter(ParameterSetName = OfCpus, Mandatory = true, HelpMessage = "Measures each CPU.")]
    [Parameter(ParameterSetName = OfCaptures, HelpMessage = "Measures each CPU.")]
    public SwitchParameter Cpu { get; set; }

    /// <summary>Measures each block device with activity.</summary>
    [Parameter(ParameterSetName = OfDisks, Mandatory = true, HelpMessage = "Measures each block device.")]
    [Parameter(ParameterSetName = OfCaptures, HelpMessage = "Measures each block device.")]
    public SwitchParameter Disk { get; set; }

    /// <summary>Measures each network device.</summary>
    [Parameter(ParameterSetName = OfNetDevices, Mandatory = true, HelpMessage = "Measures each network device.")]
    [Parameter(ParameterSetName = OfCaptures, HelpMessage = "Measures each network device.")]
    public SwitchParameter NetDevice { get; set; }

    /// <summary>The first of two captures, or the name of a drive.</summary>
    [Parameter(ParameterSetName = OfCaptures, Mandatory = true, HelpMessage = "The first of two captures, or the name of a drive.")]
    [ValidateNotNullOrEmpty]
    public string Reference { get; set; } = "";

    /// <summary>The second: a capture, or the name of a drive; the default is -Root.</summary>
    [Parameter(ParameterSetName = OfCaptures, HelpMessage = "The second: a capture, or the name of a drive; the default is the live machine.")]
    [ValidateNotNullOrEmpty]
    public string? Difference { get; set; }

    private protected override void Begin()
    {
        base.Begin();
        if (Interval < s_least || Interval > s_most)
        {
            ThrowTerminatingError(ErrorRecords.BadArgument($"The interval must be between 10 ms and 24 days.", Interval));
        }

        if ((Cpu ? 1 : 0) + (Disk ? 1 : 0) + (NetDevice ? 1 : 0) > 1)
        {
            ThrowTerminatingError(ErrorRecords.BadArgument($"Of -Cpu, -Disk and -NetDevice, only one can be given.", Reference));
        }

        if (ParameterSetName != OfCaptures && !ProcRoot.IsLive)
        {
            ThrowTerminatingError(ErrorRecords.NotSupported($"{ProcRoot} is not the /proc of a running machine: there is nothing to measure. Two captures are measured with -Reference and -Difference.", ProcRoot.Path));
        }
    }

    private protected override void Process()
    {
        if (ParameterSetName == OfCaptures)
        {
            ProcRoot difference = Difference is null ? ProcRoot : RootArgument.Resolve(SessionState, Difference);
            WriteObject(RowsOf(KernelUsage.MeasureBetween(RootArgument.Resolve(SessionState, Reference), difference, Parts)), enumerateCollection: true);
            return;
        }

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

    private IReadOnlyList<object> RowsOf(KernelUsageRound round) => Parts switch
    {
        KernelUsageParts.Cpus => round.Cpus,
        KernelUsageParts.Disks => round.Disks,
        KernelUsageParts.NetDevices => round.NetDevices,
        _ => [round.Total!],
    };

    private KernelUsageParts Parts =>
        Cpu ? KernelUsageParts.Cpus
        : Disk ? KernelUsageParts.Disks
        : NetDevice ? KernelUsageParts.NetDevices
        : KernelUsageParts.Total;
}
