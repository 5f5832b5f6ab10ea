using ProcFs.Grammar;

namespace ProcFs;

/// <content>ICMP.</content>
public sealed partial class SnmpCounters
{
    /// <summary>Messages received, erroneous ones included.</summary>
    [Key("Icmp.InMsgs")] public long? IcmpInMessages { get; private set; }

    /// <summary>Messages received with an error.</summary>
    [Key("Icmp.InErrors")] public long? IcmpInErrors { get; private set; }

    /// <summary>Messages received with a wrong checksum (since 3.10).</summary>
    [Key("Icmp.InCsumErrors")] public long? IcmpInChecksumErrors { get; private set; }

    /// <summary>Messages "destination unreachable" received.</summary>
    [Key("Icmp.InDestUnreachs")] public long? IcmpInDestinationUnreachable { get; private set; }

    /// <summary>Messages "time exceeded" received.</summary>
    [Key("Icmp.InTimeExcds")] public long? IcmpInTimeExceeded { get; private set; }

    /// <summary>Messages "parameter problem" received.</summary>
    [Key("Icmp.InParmProbs")] public long? IcmpInParameterProblems { get; private set; }

    /// <summary>Messages "source quench" received.</summary>
    [Key("Icmp.InSrcQuenchs")] public long? IcmpInSourceQuenches { get; private set; }

    /// <summary>Messages "redirect" received.</summary>
    [Key("Icmp.InRedirects")] public long? IcmpInRedirects { get; private set; }

    /// <summary>Messages "echo request" received.</summary>
    [Key("Icmp.InEchos")] public long? IcmpInEchoes { get; private set; }

    /// <summary>Messages "echo reply" received.</summary>
    [Key("Icmp.InEchoReps")] public long? IcmpInEchoReplies { get; private set; }

    /// <summary>Messages "timestamp request" received.</summary>
    [Key("Icmp.InTimestamps")] public long? IcmpInTimestamps { get; private set; }

    /// <summary>Messages "timestamp reply" received.</summary>
    [Key("Icmp.InTimestampReps")] public long? IcmpInTimestampReplies { get; private set; }

    /// <summary>Messages "address mask request" received.</summary>
    [Key("Icmp.InAddrMasks")] public long? IcmpInAddressMasks { get; private set; }

    /// <summary>Messages "address mask reply" received.</summary>
    [Key("Icmp.InAddrMaskReps")] public long? IcmpInAddressMaskReplies { get; private set; }

    /// <summary>Messages to be sent, failed ones included.</summary>
    [Key("Icmp.OutMsgs")] public long? IcmpOutMessages { get; private set; }

    /// <summary>Messages that could not be sent.</summary>
    [Key("Icmp.OutErrors")] public long? IcmpOutErrors { get; private set; }

    /// <summary>Messages not sent since <c>net.ipv4.icmp_msgs_per_sec</c> was reached (since 6.3).</summary>
    [Key("Icmp.OutRateLimitGlobal")] public long? IcmpOutRateLimitedGlobally { get; private set; }

    /// <summary>Messages not sent since <c>net.ipv4.icmp_ratelimit</c> was reached for their destination (since 6.3).</summary>
    [Key("Icmp.OutRateLimitHost")] public long? IcmpOutRateLimitedByHost { get; private set; }

    /// <summary>Messages "destination unreachable" sent.</summary>
    [Key("Icmp.OutDestUnreachs")] public long? IcmpOutDestinationUnreachable { get; private set; }

    /// <summary>Messages "time exceeded" sent.</summary>
    [Key("Icmp.OutTimeExcds")] public long? IcmpOutTimeExceeded { get; private set; }

    /// <summary>Messages "parameter problem" sent.</summary>
    [Key("Icmp.OutParmProbs")] public long? IcmpOutParameterProblems { get; private set; }

    /// <summary>Messages "source quench" sent.</summary>
    [Key("Icmp.OutSrcQuenchs")] public long? IcmpOutSourceQuenches { get; private set; }

    /// <summary>Messages "redirect" sent.</summary>
    [Key("Icmp.OutRedirects")] public long? IcmpOutRedirects { get; private set; }

    /// <summary>Messages "echo request" sent.</summary>
    [Key("Icmp.OutEchos")] public long? IcmpOutEchoes { get; private set; }

    /// <summary>Messages "echo reply" sent.</summary>
    [Key("Icmp.OutEchoReps")] public long? IcmpOutEchoReplies { get; private set; }

    /// <summary>Messages "timestamp request" sent.</summary>
    [Key("Icmp.OutTimestamps")] public long? IcmpOutTimestamps { get; private set; }

    /// <summary>Messages "timestamp reply" sent.</summary>
    [Key("Icmp.OutTimestampReps")] public long? IcmpOutTimestampReplies { get; private set; }

    /// <summary>Messages "address mask request" sent.</summary>
    [Key("Icmp.OutAddrMasks")] public long? IcmpOutAddressMasks { get; private set; }

    /// <summary>Messages "address mask reply" sent.</summary>
    [Key("Icmp.OutAddrMaskReps")] public long? IcmpOutAddressMaskReplies { get; private set; }
}
