using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models an entry of <c>/proc/fs/cifs/dfscache</c>: the servers to which a path of a distributed file system (DFS) leads. Source: dfscache_proc_show() of
/// fs/smb/client/dfs_cache.c.
/// </summary>
[Fields]
public sealed partial class DfsReferral : ITable<DfsReferral>
{
    private const string Form = "the fields of a cached referral";

    private readonly List<string> _targets = [];

    private DfsReferral()
    {
    }

    /// <summary>The path in the distributed file system: <c>\example.org\dfs</c>.</summary>
    public string DfsName { get; private set; } = "";

    /// <summary>What it is: <c>root</c>, <c>link</c>.</summary>
    [Key("type")] public string? Type { get; private set; }

    /// <summary>How long the entry is valid.</summary>
    [Key("ttl", Scale.Seconds), Unit(Unit.Duration)] public TimeSpan? Lifetime { get; private set; }

    /// <summary>Whether it is no longer valid.</summary>
    [Key("expired")] public bool? IsExpired { get; private set; }

    /// <summary>Whether it leads to another distributed file system.</summary>
    [Key("interlink")] public bool? IsInterlink { get; private set; }

    /// <summary>The length of the part of the path that the referral resolves.</summary>
    [Key("path_consumed")] public int? PathConsumed { get; private set; }

    /// <summary>The flags of the response; null before Linux 5.11.</summary>
    [Key("hdr_flags", Scale.PrefixedHex), Unit(Unit.Hex)] public ulong? HeaderFlags { get; private set; }

    /// <summary>The flags of the referral; null before Linux 5.11.</summary>
    [Key("ref_flags", Scale.PrefixedHex), Key("flags", Scale.PrefixedHex), Unit(Unit.Hex)] public ulong? ReferralFlags { get; private set; }

    /// <summary>The shares to which it leads: <c>\server\share</c>.</summary>
    public string[] Targets => [.. _targets];

    /// <summary>The one of them that is used; null if none is marked.</summary>
    public string? CurrentTarget { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(DfsReferral),
        new(nameof(DfsName), 32),
        new(nameof(Type), 5),
        new(nameof(Lifetime), 12),
        new(nameof(IsExpired), 9),
        new(nameof(CurrentTarget)));

    /// <summary>The path.</summary>
    public override string ToString() => DisplayText.Escape(DfsName);

    static string IRow<DfsReferral>.NameOf(DfsReferral row) => row.DfsName.Trim('\\').Replace('\\', '_').Replace('/', '_');

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<DfsReferral, bool> emit)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(emit);
        Blocks.Read(source, static line => IsEntry(line), (block, firstLine) =>
        {
            ReadOnlySpan<byte> first = Blocks.FirstLine(block);
            return first.StartsWith("DFS cache"u8) || (IsEntry(first) ? emit(Parse(block, source)) : throw source.Malformed(firstLine, first, Form));
        });
    }

    private static DfsReferral Parse(ReadOnlySpan<byte> block, ProcSource source)
    {
        var referral = new DfsReferral();
        var lines = new LineScanner(block);
        lines.Next();
        ReadOnlySpan<byte> entry = lines.Line["cache entry: path="u8.Length..];
        int end = entry.IndexOf(",type="u8);
        referral.DfsName = source.Intern(end < 0 ? entry : entry[..end]);
        Labels.ReadLine(end < 0 ? default : entry[(end + 1)..], referral, source);
        while (lines.Next())
        {
            ReadOnlySpan<byte> target = Value.Trim(lines.Line);
            int hint = target.IndexOf(" (target hint)"u8);
            string name = source.Intern(hint < 0 ? target : target[..hint]);
            if (name.Length > 0)
            {
                referral._targets.Add(name);
                referral.CurrentTarget = hint < 0 ? referral.CurrentTarget : name;
            }
        }

        return referral;
    }

    private static bool IsEntry(ReadOnlySpan<byte> line) => line.StartsWith("cache entry: path="u8);

    private static UnavailableReason? WhyMissing(string property, bool isFound) => isFound || property is not (nameof(HeaderFlags) or nameof(ReferralFlags)) ? null : UnavailableReason.NotOnThisKernel;
}
