using System.Management.Automation;

namespace ProcFs.Commands;

/// <summary>Gets the state and location of the pages in an address range of a process.</summary>
[Cmdlet(VerbsCommon.Get, "ProcPage", DefaultParameterSetName = ById, HelpUri = HelpUris.Module)]
[OutputType(typeof(PageMapEntry))]
public sealed class GetProcPageCommand : ProcessCmdlet
{
    /// <summary>The address ranges, as in the output of Get-ProcMap.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true, HelpMessage = "Address ranges such as 7f0000000000-7f0000021000, as in the output of Get-ProcMap.")]
    [ArgumentCompleter(typeof(Completion.RangeCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Range { get; set; } = [];

    private protected override void Process()
    {
        if (Range.Length == 0)
        {
            ThrowTerminatingError(ErrorRecords.BadArgument($"Specify an address range: -Range. Get-ProcMap lists the ranges of a process.", this));
        }

        var ranges = new List<AddressRange>();
        foreach (string text in Range)
        {
            if (AddressRange.TryParse(text, out AddressRange range))
            {
                ranges.Add(range);
                continue;
            }

            WriteError(ErrorRecords.BadArgument($"\"{text}\" is not an address range: expected two hexadecimal numbers separated by a hyphen.", text));
        }

        WriteAll(PageMapEntry.Read(Selection, ranges, Summary, PipelineStopToken));
    }
}
