using ProcFs.Fixtures;

namespace ProcFs;

public sealed class RpcCacheTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_client_belongs_to_a_domain_or_to_none()
    {
        List<RpcClient> clients = NetFiles.Rows<RpcClient>(modern, "rpc/auth.unix.ip/content");
        Assert.Equal(
            [("nfsd 192.0.2.7 192.0.2.0/24", true), ("nfsd 2001:db8::7 *,192.0.2.0/24", true), ("nfsd 198.51.100.9 -", false)],
            clients.Select(client => ($"{client}", client.IsValid)));
        Assert.Null(clients[2].Domain);
        (_, List<ProcException> errors) = NetFiles.RowsOf<RpcClient>("rpc/auth.unix.ip/content", "#class IP domain\nnfsd 12 *\nnfsd 192.0.2.7\n");
        Assert.Equal(2, errors.Count);
    }

    [Fact]
    public void A_user_has_groups()
    {
        List<RpcUserGroups> users = NetFiles.Rows<RpcUserGroups>(modern, "rpc/auth.unix.gid/content");
        Assert.Equal([0U, 1000U, 4294967294U], users.Select(user => user.UserId));
        Assert.Equal([1000U, 4U, 27U], users[1].GroupIds);
        Assert.Equal((3, false, 0), (users[1].Groups.Length, users[2].IsValid, users[2].GroupIds.Length));
        (List<RpcUserGroups> rows, List<ProcException> errors) = NetFiles.RowsOf<RpcUserGroups>("rpc/auth.unix.gid/content", "#uid cnt: gids...\n5 1: -2\n5 2: 7\n5: 7\n");
        Assert.Equal([4294967294U], Assert.Single(rows).GroupIds);
        Assert.Equal(2, errors.Count);
    }

    [Fact]
    public void An_export_that_is_not_valid_has_no_options()
    {
        List<NfsExport> exports = NetFiles.Rows<NfsExport>(modern, "rpc/nfsd.export/content");
        Assert.Equal([("/srv/a b", true, 10), ("/", true, 8), ("/srv/old", false, 0)], exports.Select(export => (export.Target, export.IsValid, export.Options.Length)));
    }

    [Fact]
    public void A_file_handle_stands_for_a_folder()
    {
        List<NfsFileHandle> handles = NetFiles.Rows<NfsFileHandle>(modern, "rpc/nfsd.fh/content");
        Assert.Equal(
            [("*", 1, "/", true), ("192.0.2.0/24", 7, "/srv/a b", true), ("*", 3, null, false)],
            handles.Select(handle => (handle.Domain, handle.FileSystemIdType, handle.Target, handle.IsValid)));
        Assert.Equal("0x0000008158b2826661a0540214ee5c81c2df2d24", handles[1].FileSystemId);
    }

    [Theory]
    [InlineData("nfs4.idtoname", "group 4242 ?")]
    [InlineData("nfs4.nametoid", "user ? nobody@example.net")]
    public void A_user_or_group_has_a_name_and_a_number(string cache, string unknown)
    {
        List<NfsIdMapping> mappings = NetFiles.Rows<NfsIdMapping>(modern, $"rpc/{cache}/content");
        Assert.Equal(["user 1000 alice@example.org", "group 100 domain users@example.org", unknown], mappings.Select(mapping => $"{mapping}"));
        Assert.Equal([true, true, false], mappings.Select(mapping => mapping.IsValid));
    }

    [Fact]
    public void A_name_that_is_not_answered_yet_has_no_number()
    {
        const string Text = "#domain type name [id]\n# * group domain users\n* group domain users\n* other x 5\n";
        (List<NfsIdMapping> rows, List<ProcException> errors) = NetFiles.RowsOf<NfsIdMapping>("rpc/nfs4.nametoid/content", Text);
        Assert.Equal(("domain users", null), (Assert.Single(rows).Name, rows[0].MappedId));
        Assert.Equal(2, errors.Count);
    }

    [Fact]
    public void The_time_of_expiry_belongs_to_the_next_entry()
    {
        const string Text = "#path domain(flags)\n# expiry=1764115200 refcnt=2 flags=1\n/srv\t*(rw,refer=/a\\054b@192.0.2.7)\n# /pub\t*()\n";
        List<NfsExport> exports = NetFiles.RowsOf<NfsExport>("rpc/nfsd.export/content", Text).Rows;
        Assert.Equal([new DateTimeOffset(2025, 11, 26, 0, 0, 0, TimeSpan.Zero), null], exports.Select(export => export.Expires));
        Assert.Equal(["rw", "refer=/a,b@192.0.2.7"], exports[0].Options);
    }

    [Fact]
    public void An_unknown_cache_has_its_fields()
    {
        using TemporaryRoot root = new TemporaryRoot().Write("net/rpc/new.cache/content", "#key value\na b\n# c\n");
        List<RpcCacheEntry> entries = NetFiles.Rows<RpcCacheEntry>(root.Root, "net/rpc/new.cache/content").Rows;
        Assert.Equal([("a b", true, "key value"), ("c", false, "key value")], entries.Select(entry => ($"{entry}", entry.IsValid, entry.Heading)));
        Assert.Empty(NetFiles.RowsOf<RpcClient>("rpc/auth.unix.ip/content", "#class IP domain\n").Rows);
    }

    [Fact]
    public void An_encryption_type_has_a_name()
    {
        List<KerberosEncryption> types = NetFiles.Rows<KerberosEncryption>(modern, "rpc/gss_krb5_enctypes");
        Assert.Equal([20, 19, 26, 25, 18, 17], types.Select(type => type.Number));
        Assert.Equal(("18 aes256-cts-hmac-sha1-96", 5), ($"{types[4]}", types[4].Preference));
        (List<KerberosEncryption> old, List<ProcException> errors) = NetFiles.RowsOf<KerberosEncryption>("rpc/gss_krb5_enctypes", "enctypes=18,x,99\n");
        Assert.Equal([(18, 1), (99, 3)], old.Select(type => (type.Number, type.Preference)));
        Assert.Null(old[1].Name);
        Assert.Single(errors);
        Assert.Empty(NetFiles.RowsOf<KerberosEncryption>("rpc/gss_krb5_enctypes", "").Rows);
    }
}
