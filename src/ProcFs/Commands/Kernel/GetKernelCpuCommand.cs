using System.Globalization;
using System.Management.Automation;

namespace ProcFs.Commands;

/// <summary>Gets the processors: model, features, frequency and topology.</summary>
[Cmdlet(VerbsCommon.Get, "KernelCpu", HelpUri = HelpUris.Module)]
[OutputType(typeof(CpuInfo))]
public sealed class GetKernelCpuCommand : KernelRowCmdlet<CpuInfo>
{
    /// <summary>The numbers of the processors.</summary>
    [Parameter(Position = 0, HelpMessage = "The numbers of the processors.")]
    [ValidateNotNull]
    public int[]? Number { get; set; }

    private protected override KernelQuery<CpuInfo> CreateQuery() => new(
        ProcRoot,
        Number is { } numbers ? [.. numbers.Select(number => number.ToString(CultureInfo.InvariantCulture))] : null,
        "processor",
        processor => processor.Number?.ToString(CultureInfo.InvariantCulture));
}
