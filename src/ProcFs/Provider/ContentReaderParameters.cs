using System.Management.Automation;
using System.Text;
using ProcFs.Binding;

namespace ProcFs.Provider;

/// <summary>The parameters that the drive adds to Get-Content.</summary>
public sealed class ContentReaderParameters
{
    /// <summary>Returns the content as one string.</summary>
    [Parameter(HelpMessage = "Returns the content as one string.")]
    public SwitchParameter Raw { get; set; }

    /// <summary>Returns bytes instead of lines.</summary>
    [Parameter(HelpMessage = "Returns bytes instead of lines.")]
    public SwitchParameter AsByteStream { get; set; }

    /// <summary>The encoding of the content; the default is UTF-8, without loss of bytes.</summary>
    [Parameter(HelpMessage = "The encoding of the content, such as utf8 or latin1; the default is UTF-8, without loss of bytes.")]
    [EncodingTransformation]
    [ArgumentCompleter(typeof(Completion.EncodingCompleter))]
    [ValidateNotNull]
    public Encoding? Encoding { get; set; }

    /// <summary>Continues as the file grows, until Ctrl-C.</summary>
    [Parameter(HelpMessage = "Continues as the file grows, until Ctrl-C.")]
    public SwitchParameter Wait { get; set; }
}
