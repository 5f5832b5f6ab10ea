using System.Management.Automation;
using System.Text;
using ProcFs.Binding;
using ProcFs.Tree;

namespace ProcFs.Commands;

/// <summary>Reads the content of the file behind a descriptor, like tail, even if it was renamed or deleted.</summary>
[Cmdlet(VerbsCommunications.Read, "ProcFd", DefaultParameterSetName = ById, HelpUri = HelpUris.Module)]
[OutputType(typeof(string), typeof(byte))]
public sealed class ReadProcFdCommand : ProcessCmdlet
{
    private const string ByDescriptor = "Descriptor";

    /// <summary>The descriptors whose files to read; a descriptor that leads elsewhere by now is not read.</summary>
    [Parameter(ParameterSetName = ByDescriptor, Mandatory = true, ValueFromPipeline = true, HelpMessage = "Descriptors from Get-ProcFd.")]
    [ValidateNotNull]
    public FileDescriptor[] Descriptor { get; set; } = [];

    /// <summary>The descriptor number.</summary>
    [Parameter(ParameterSetName = ById, ValueFromPipelineByPropertyName = true, HelpMessage = "The number of the descriptor.")]
    [Parameter(ParameterSetName = ByName, ValueFromPipelineByPropertyName = true, HelpMessage = "The number of the descriptor.")]
    [Alias("Fd")]
    [ArgumentCompleter(typeof(Completion.DescriptorNumberCompleter))]
    [ValidateRange(0, int.MaxValue)]
    public int Number { get; set; } = -1;

    /// <summary>Only this number of lines at the end; with 0 and -Wait only new lines.</summary>
    [Parameter(HelpMessage = "Only this number of lines at the end; with 0 and -Wait only new lines.")]
    [Alias("Last")]
    [ValidateRange(0, int.MaxValue)]
    public int Tail { get; set; } = -1;

    /// <summary>Continues as the file grows, until the process closes it or ends, or Ctrl-C.</summary>
    [Parameter(HelpMessage = "Continues as the file grows, until the process closes it or ends, or Ctrl-C.")]
    public SwitchParameter Wait { get; set; }

    /// <summary>Returns bytes instead of lines.</summary>
    [Parameter(HelpMessage = "Returns bytes instead of lines.")]
    public SwitchParameter AsByteStream { get; set; }

    /// <summary>The encoding of the file; the default is UTF-8, without loss of bytes.</summary>
    [Parameter(HelpMessage = "The encoding of the file, such as utf8 or latin1; the default is UTF-8, without loss of bytes.")]
    [EncodingTransformation]
    [ArgumentCompleter(typeof(Completion.EncodingCompleter))]
    [ValidateNotNull]
    public Encoding? Encoding { get; set; }

    private protected override void Process()
    {
        if (ParameterSetName == ByDescriptor)
        {
            Array.ForEach(Descriptor, listed => ReadOne(HeldFile.Of(listed)));
            return;
        }

        if (Selection.IsAll)
        {
            ThrowTerminatingError(ErrorRecords.BadArgument($"Specify the process whose descriptor to read: -Id or -Name.", this));
        }

        if (Number < 0)
        {
            ThrowTerminatingError(ErrorRecords.BadArgument($"Specify the descriptor to read: -Number. Get-ProcFd lists the descriptors.", this));
        }

        foreach (Outcome<ProcessSummary> outcome in ProcessSummary.Read(Selection, Summary, PipelineStopToken))
        {
            if (outcome.Error is { } error)
            {
                WriteError(ErrorRecords.Of(error));
                continue;
            }

            ReadOne(HeldFile.OfDescriptor(outcome.Item!.ProcessId, Number));
        }
    }

    private void ReadOne(HeldFile file) => Guard(
        () =>
        {
            using var stream = HeldFileStream.Open(ProcRoot, file);
            if (Tail >= 0)
            {
                stream.SeekToTail(Tail, Encoding, AsByteStream ? long.MaxValue : ContentReader.LongestLine, PipelineStopToken);
            }

            using var content = new ContentReader(stream, stream.Link, endsEntriesWithNul: false, Wait, Encoding, () => Stopping);
            WriteContent(content);
        },
        file.ProcessId,
        $"{file}");

    private void WriteContent(ContentReader content)
    {
        if (AsByteStream)
        {
            for (int value = content.ReadByte(); value >= 0; value = content.ReadByte())
            {
                WriteObject((byte)value);
            }

            return;
        }

        while (content.ReadLine() is { } line)
        {
            WriteObject(line);
        }
    }
}
