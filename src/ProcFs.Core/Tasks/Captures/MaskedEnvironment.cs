using ProcFs.Text;

namespace ProcFs;

/// <summary>An environment whose values are masked where they look like credentials, as the table of Get-ProcEnvironment shows them.</summary>
internal static class MaskedEnvironment
{
    /// <summary>The entries, each ended by NUL.</summary>
    public static byte[] Of(ReadOnlySpan<byte> environment)
    {
        var masked = new List<byte>(environment.Length);
        while (!environment.IsEmpty)
        {
            int end = environment.IndexOf((byte)0);
            ReadOnlySpan<byte> entry = end < 0 ? environment : environment[..end];
            environment = end < 0 ? default : environment[(end + 1)..];
            int equals = entry.IndexOf((byte)'=');
            string name = LosslessText.Decode(equals < 0 ? entry : entry[..equals]);
            string value = equals < 0 ? "" : LosslessText.Decode(entry[(equals + 1)..]);
            string shown = Credentials.MaskValue(name, value);
            masked.AddRange(shown == value ? entry : LosslessText.Encode($"{name}={shown}"));
            if (end >= 0)
            {
                masked.Add(0);
            }
        }

        return [.. masked];
    }
}
