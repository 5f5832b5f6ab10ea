using ProcFs.Grammar;
using ProcFs.IO;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a number of <c>/proc/net/rpc/gss_krb5_enctypes</c> or <c>/proc/fs/nfsd/supported_krb5_enctypes</c>: an encryption type of Kerberos that the kernel
/// supports. Source: read_gss_krb5_enctypes() of net/sunrpc/auth_gss/svcauth_gss.c; the numbers are those of RFC 3961, 3962, 4757, 6803 and 8009.
/// </summary>
public sealed class KerberosEncryption : ITable<KerberosEncryption>
{
    private const string Form = "numbers, separated by commas";

    private KerberosEncryption()
    {
    }

    /// <summary>The number.</summary>
    public required int Number { get; init; }

    /// <summary>The name: <c>aes256-cts-hmac-sha1-96</c>; null if it is unknown.</summary>
    public string? Name => Number switch
    {
        1 => "des-cbc-crc",
        2 => "des-cbc-md4",
        3 => "des-cbc-md5",
        16 => "des3-cbc-sha1",
        17 => "aes128-cts-hmac-sha1-96",
        18 => "aes256-cts-hmac-sha1-96",
        19 => "aes128-cts-hmac-sha256-128",
        20 => "aes256-cts-hmac-sha384-192",
        23 => "rc4-hmac",
        24 => "rc4-hmac-exp",
        25 => "camellia128-cts-cmac",
        26 => "camellia256-cts-cmac",
        _ => null,
    };

    /// <summary>The rank among the types, from 1 for the one that is preferred.</summary>
    public required int Preference { get; init; }

    internal static View View => new(
        typeof(KerberosEncryption),
        new(nameof(Preference), 10),
        new(nameof(Number), 6),
        new(nameof(Name), 28));

    /// <summary>The number and the name: <c>18 aes256-cts-hmac-sha1-96</c>.</summary>
    public override string ToString() => $"{Number} {Name}".TrimEnd();

    static string IRow<KerberosEncryption>.NameOf(KerberosEncryption row) => $"{row.Number}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<KerberosEncryption, bool> emit)
    {
        using LineReader lines = source.OpenLines();
        int preference = 0;
        Interop.Errno error;
        while (lines.Next(out error))
        {
            // Kernels before 6.3 write "enctypes=" first.
            var numbers = new FieldScanner(lines.Line[(lines.Line.IndexOf((byte)'=') + 1)..]);
            while (!numbers.Rest.IsEmpty)
            {
                ReadOnlySpan<byte> text = Value.Trim(numbers.NextUntil((byte)','));
                preference++;
                if (!Text.Number.TryInt32(text, out int number))
                {
                    source.Report(source.Malformed(lines.LineNumber, text, Form));
                }
                else if (!emit(new KerberosEncryption { Number = number, Preference = preference }))
                {
                    return;
                }
            }
        }

        if (error != Interop.Errno.None)
        {
            throw source.Failure(error);
        }
    }
}
