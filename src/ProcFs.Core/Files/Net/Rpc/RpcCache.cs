using ProcFs.Grammar;
using ProcFs.Text;

namespace ProcFs;

/// <summary>Parses an entry of a cache; null for a malformed line.</summary>
internal delegate T? RpcEntryParser<out T>(ReadOnlySpan<byte> line, RpcEntryState state, ProcSource source)
    where T : class;

/// <summary>
/// The content of a cache of Sun RPC, which a daemon fills: a heading, and an entry per line. A number sign and a blank before an entry say that it is not valid:
/// it has expired, is negative, or the daemon has not answered yet. Source: c_show() of net/sunrpc/cache.c.
/// </summary>
internal static class RpcCache
{
    /// <summary>Passes on each entry, until the receiver returns false.</summary>
    public static void Read<T>(ProcSource source, string form, RpcEntryParser<T> parse, Func<T, bool> emit)
        where T : class
    {
        string heading = "";
        DateTimeOffset? expires = null;
        Lines.ReadSections(
            source,
            IsHeading,
            line =>
            {
                if (!TryExpiry(line, source, out expires))
                {
                    heading = source.Intern(line[1..]);
                }
            },
            (line, from) =>
            {
                bool isValid = line[0] != '#';
                T? entry = parse(isValid ? line : line[2..], new RpcEntryState(heading, isValid, expires), from);
                expires = null;
                return entry;
            },
            form,
            emit);
    }

    // "#class IP domain", "# expiry=1764115200 refcnt=2 flags=1"; "# Version 1.1" and "# Path Client(Flags) # IPs" of /proc/fs/nfsd/exports.
    private static bool IsHeading(ReadOnlySpan<byte> line) =>
        line[0] == '#' && (line is not [_, (byte)' ', _, ..] || line.StartsWith("# expiry="u8) || line.StartsWith("# Version "u8) || line.StartsWith("# Path "u8));

    private static bool TryExpiry(ReadOnlySpan<byte> line, ProcSource source, out DateTimeOffset? expires)
    {
        expires = null;
        var words = new FieldScanner(line);
        words.Next();
        ReadOnlySpan<byte> expiry = words.Next();
        return expiry.StartsWith("expiry="u8) && Value.TryUnixTime(expiry["expiry=".Length..], source, out expires);
    }
}
