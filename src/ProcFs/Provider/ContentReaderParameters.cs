using System.Management.Automation;
using System.Text;
using ProcFs.Binding;

namespace ProcFs.Provider;

/// <summary>What Get-Content takes on the drive beyond its own parameters.</summary>
public sealed class ContentReaderParameters
{
    /// <summary>All content as one string.</summary>
    [Parameter(HelpMessage = "All content as one string.")]
    public SwitchParameter Raw { get; set; }

    /// <summary>Bytes instead of lines.</summary>
    [Parameter(HelpMessage = "Bytes instead of lines.")]
    public SwitchParameter AsByteStream { get; set; }

    /// <summary>The encoding of the content; without it UTF-8, in which nothing is lost.</summary>
    [Parameter(HelpMessage = "The encoding of the content, such as utf8 or latin1; without it UTF-8, in which nothing is lost.")]
    [EncodingTransformation]
    [ArgumentCompleter(typeof(Completion.EncodingCompleter))]
    [ValidateNotNull]
    public Encoding? Encoding { get; set; }

    /// <summary>Goes on reading as the file grows, until Ctrl-C.</summary>
    [Parameter(HelpMessage = "Goes on reading as the file grows, until Ctrl-C.")]
    public SwitchParameter Wait { get; set; }
}
