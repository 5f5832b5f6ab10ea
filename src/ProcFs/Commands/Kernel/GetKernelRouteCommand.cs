using System.Management.Automation;

namespace ProcFs.Commands;

/// <summary>Gets the routes of the main IPv4 table, or those of IPv6.</summary>
[Cmdlet(VerbsCommon.Get, "KernelRoute", DefaultParameterSetName = OfIPv4, HelpUri = HelpUris.Module)]
[OutputType(typeof(IPv4Route), ParameterSetName = [OfIPv4])]
[OutputType(typeof(IPv6Route), ParameterSetName = [OfIPv6])]
public sealed class GetKernelRouteCommand : ProcCmdlet
{
    private const string OfIPv4 = "IPv4";
    private const string OfIPv6 = "IPv6";

    private KernelQuery<IPv4Route> _routes = null!;
    private KernelQuery<IPv6Route> _routes6 = null!;

    /// <summary>Only routes to these destinations, or through these devices; wildcards are permitted.</summary>
    [Parameter(Position = 0, HelpMessage = "Only routes to these destinations, or through these devices; wildcards are permitted.")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Destination { get; set; }

    /// <summary>Gets the IPv6 routes.</summary>
    [Parameter(ParameterSetName = OfIPv6, Mandatory = true, HelpMessage = "Gets the IPv6 routes.")]
    public SwitchParameter IPv6 { get; set; }

    private protected override void Begin()
    {
        base.Begin();
        _routes = new(ProcRoot, Destination, "route", route => route.Destination?.ToString(), route => $"{route.Destination}/{route.PrefixLength}", route => route.Device);
        _routes6 = new(ProcRoot, Destination, "route", route => route.Destination?.ToString(), route => $"{route.Destination}/{route.PrefixLength}", route => route.Device);
    }

    private protected override void Process()
    {
        if (IPv6)
        {
            WriteAll(_routes6.Read(PipelineStopToken));
        }
        else
        {
            WriteAll(_routes.Read(PipelineStopToken));
        }
    }

    private protected override void End() => WriteAll(IPv6 ? _routes6.Unmatched : _routes.Unmatched);
}
