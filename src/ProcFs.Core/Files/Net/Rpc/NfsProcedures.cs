using System.Globalization;
using ProcFs.Grammar;
using ProcFs.Text;

namespace ProcFs;

/// <summary>Calls of NFS by procedure, as the files of client and server count them: how many counters follow, and the counters in the order of the procedures.</summary>
internal static class NfsProcedures
{
    // No line but those of procedures has more values, so that the fields of each can have numbers of their own.
    private const int FieldsOfLine = 20;

    private static readonly string[] s_version2 = Names(
        "null getattr setattr root lookup readlink read wrcache write create remove rename link symlink mkdir rmdir readdir "
        + "fsstat");

    private static readonly string[] s_version3 = Names(
        "null getattr setattr lookup access readlink read write create mkdir symlink mknod remove rmdir rename link readdir "
        + "readdirplus fsstat fsinfo pathconf commit");

    private static readonly string[] s_version4Client = Names(
        "null read write commit open open_confirm open_noattr open_downgrade close setattr fsinfo renew setclientid "
        + "setclientid_confirm lock lockt locku access getattr lookup lookup_root remove rename link symlink create pathconf statfs "
        + "readlink readdir server_caps delegreturn getacl setacl fs_locations release_lockowner secinfo fsid_present exchange_id "
        + "create_session destroy_session sequence get_lease_time reclaim_complete layoutget getdeviceinfo layoutcommit "
        + "layoutreturn secinfo_no_name test_stateid free_stateid getdevicelist bind_conn_to_session destroy_clientid seek allocate "
        + "deallocate layoutstats clone copy offload_cancel lookupp layouterror copy_notify getxattr setxattr listxattrs "
        + "removexattr read_plus");

    private static readonly string[] s_version4Server = Names(
        "op0 op1 op2 access close commit create delegpurge delegreturn getattr getfh link lock lockt locku lookup lookupp nverify "
        + "open openattr open_confirm open_downgrade putfh putpubfh putrootfh read readdir readlink remove rename renew restorefh "
        + "savefh secinfo setattr setclientid setclientid_confirm verify write release_lockowner backchannel_ctl "
        + "bind_conn_to_session exchange_id create_session destroy_session free_stateid get_dir_delegation getdeviceinfo "
        + "getdevicelist layoutcommit layoutget layoutreturn secinfo_no_name sequence set_ssv test_stateid want_delegation "
        + "destroy_clientid reclaim_complete allocate copy copy_notify deallocate io_advise layouterror layoutstats offload_cancel "
        + "offload_status read_plus seek write_same clone getxattr setxattr listxattrs removexattr");

    private static readonly string[] s_compound = ["null", "compound"];

    /// <summary>The counters of a line by their procedures, those without a known name by their number; null where the line has an odd value.</summary>
    /// <param name="line">The word that the line begins with.</param>
    /// <param name="counters">The words behind it.</param>
    /// <param name="isClient">Whether it is of a client, which counts the procedures of version 4 in its own order.</param>
    public static IReadOnlyDictionary<string, ulong>? Read(ReadOnlySpan<byte> line, ReadOnlySpan<byte> counters, bool isClient)
    {
        string[] names = line[^1] switch
        {
            (byte)'2' => s_version2,
            (byte)'3' => s_version3,
            (byte)'4' => isClient ? s_version4Client : s_compound,
            _ => s_version4Server,
        };
        var calls = new Dictionary<string, ulong>();
        var words = new FieldScanner(counters);
        bool isWhole = Number.TryUInt64(words.Next(), out _);
        for (ReadOnlySpan<byte> word = words.Next(); !word.IsEmpty && isWhole; word = words.Next())
        {
            isWhole = Number.TryUInt64(word, out ulong count);
            calls[calls.Count < names.Length ? names[calls.Count] : calls.Count.ToString(CultureInfo.InvariantCulture)] = count;
        }

        return isWhole ? calls : null;
    }

    /// <summary>Sets the fields of a line from <paramref name="first"/> on. One that the object does not know is kept by the line and its place.</summary>
    public static void Set(ReadOnlySpan<byte> line, ReadOnlySpan<byte> values, int first, IFields target, ProcSource source)
    {
        int number = 0;
        var words = new FieldScanner(values);
        for (ReadOnlySpan<byte> word = words.Next(); !word.IsEmpty; word = words.Next())
        {
            if (first == 0 || number >= FieldsOfLine || !target.Set(first + number, word, source))
            {
                target.Keep([.. line, .. System.Text.Encoding.ASCII.GetBytes($".{number + 1}")], word, source);
            }

            number++;
        }
    }

    private static string[] Names(string words) => words.Split(' ');
}
