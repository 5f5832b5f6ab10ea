using ProcFs.Grammar;

namespace ProcFs;

/// <content>ICMP.</content>
public sealed partial class SnmpCounters
{
    /// <summary>The number of messages received, including those with errors.</summary>
    [Key("Icmp.InMsgs")] public long? IcmpInMessages { get; private set; }

    /// <summary>The number of messages received with errors.</summary>
    [Key("Icmp.InErrors")] public long? IcmpInErrors { get; private set; }

    /// <summary>The number of messages received with a wrong checksum (since 3.10).</summary>
    [Key("Icmp.InCsumErrors")] public long? IcmpInChecksumErrors { get; private set; }

    /// <summary>The number of "destination unreachable" messages received.</summary>
    [Key("Icmp.InDestUnreachs")] public long? IcmpInDestinationUnreachable { get; private set; }

    /// <summary>The number of "time exceeded" messages received.</summary>
    [Key("Icmp.InTimeExcds")] public long? IcmpInTimeExceeded { get; private set; }

    /// <summary>The number of "parameter problem" messages received.</summary>
    [Key("Icmp.InParmProbs")] public long? IcmpInParameterProblems { get; private set; }

    /// <summary>The number of "source quench" messages received.</summary>
    [Key("Icmp.InSrcQuenchs")] public long? IcmpInSourceQuenches { get; private set; }

    /// <summary>The number of "redirect" messages received.</summary>
    [Key("Icmp.InRedirects")] public long? IcmpInRedirects { get; private set; }

    /// <summary>The number of "echo request" messages received.</summary>
    [Key("Icmp.InEchos")] public long? IcmpInEchoes { get; private set; }

    /// <summary>The number of "echo reply" messages received.</summary>
    [Key("Icmp.InEchoReps")] public long? IcmpInEchoReplies { get; private set; }

    /// <summary>The number of "timestamp request" messages received.</summary>
    [Key("Icmp.InTimestamps")] public long? IcmpInTimestamps { get; private set; }

    /// <summary>The number of "timestamp reply" messages received.</summary>
    [Key("Icmp.InTimestampReps")] public long? IcmpInTimestampReplies { get; private set; }

    /// <summary>The number of "address mask request" messages received.</summary>
    [Key("Icmp.InAddrMasks")] public long? IcmpInAddressMasks { get; private set; }

    /// <summary>The number of "address mask reply" messages received.</summary>
    [Key("Icmp.InAddrMaskReps")] public long? IcmpInAddressMaskReplies { get; private set; }

    /// <summary>The number of messages to be sent, including failed ones.</summary>
    [Key("Icmp.OutMsgs")] public long? IcmpOutMessages { get; private set; }

    /// <summary>The number of messages that could not be sent.</summary>
    [Key("Icmp.OutErrors")] public long? IcmpOutErrors { get; private set; }

    /// <summary>The number of messages not sent because <c>net.ipv4.icmp_msgs_per_sec</c> was reached (since 6.3).</summary>
    [Key("Icmp.OutRateLimitGlobal")] public long? IcmpOutRateLimitedGlobally { get; private set; }

    /// <summary>The number of messages not sent because <c>net.ipv4.icmp_ratelimit</c> was reached for their destination (since 6.3).</summary>
    [Key("Icmp.OutRateLimitHost")] public long? IcmpOutRateLimitedByHost { get; private set; }

    /// <summary>The number of "destination unreachable" messages sent.</summary>
    [Key("Icmp.OutDestUnreachs")] public long? IcmpOutDestinationUnreachable { get; private set; }

    /// <summary>The number of "time exceeded" messages sent.</summary>
    [Key("Icmp.OutTimeExcds")] public long? IcmpOutTimeExceeded { get; private set; }

    /// <summary>The number of "parameter problem" messages sent.</summary>
    [Key("Icmp.OutParmProbs")] public long? IcmpOutParameterProblems { get; private set; }

    /// <summary>The number of "source quench" messages sent.</summary>
    [Key("Icmp.OutSrcQuenchs")] public long? IcmpOutSourceQuenches { get; private set; }

    /// <summary>The number of "redirect" messages sent.</summary>
    [Key("Icmp.OutRedirects")] public long? IcmpOutRedirects { get; private set; }

    /// <summary>The number of "echo request" messages sent.</summary>
    [Key("Icmp.OutEchos")] public long? IcmpOutEchoes { get; private set; }

    /// <summary>The number of "echo reply" messages sent.</summary>
    [Key("Icmp.OutEchoReps")] public long? IcmpOutEchoReplies { get; private set; }

    /// <summary>The number of "timestamp request" messages sent.</summary>
    [Key("Icmp.OutTimestamps")] public long? IcmpOutTimestamps { get; private set; }

    /// <summary>The number of "timestamp reply" messages sent.</summary>
    [Key("Icmp.OutTimestampReps")] public long? IcmpOutTimestampReplies { get; private set; }

    /// <summary>The number of "address mask request" messages sent.</summary>
    [Key("Icmp.OutAddrMasks")] public long? IcmpOutAddressMasks { get; private set; }

    /// <summary>The number of "address mask reply" messages sent.</summary>
    [Key("Icmp.OutAddrMaskReps")] public long? IcmpOutAddressMaskReplies { get; private set; }
}
