using ProcFs.Fixtures;
using ProcFs.Grammar;

namespace ProcFs;

public sealed class KernelKeyTests(FixtureRoot modern, OldKernelRoot old) : IClassFixture<FixtureRoot>, IClassFixture<OldKernelRoot>
{
    [Fact]
    public void A_key_has_an_id_rights_and_a_description()
    {
        List<KernelKey> keys = Read(modern.Root);
        KernelKey key = keys[2];
        Assert.Equal((0x1a45350e, "I--Q---", 2, "12h", TimeSpan.FromHours(12)), (key.KeyId, key.Flags, key.References, key.Timeout, key.ExpiresIn));
        Assert.Equal((0x3f010000UL, 1000u, 1000u, "user", "session token:a b: 16"), (key.Permissions, key.UserId, key.GroupId, key.Type, key.Description));
        Assert.Equal("keyring .builtin_trusted_keys: empty", $"{keys[0]}");
        Assert.All(keys, row => Assert.Empty(row.Unavailable));
    }

    [Fact]
    public void Never_and_over_have_no_time()
    {
        List<KernelKey> keys = Read(modern.Root);
        Assert.Equal([("perm", null), ("expd", null), ("3w", TimeSpan.FromDays(21))], ((KernelKey[])[keys[0], keys[3], keys[4]]).Select(key => (key.Timeout, key.ExpiresIn)));
        Assert.Null(keys[3].GroupId);
    }

    [Fact]
    public void An_older_kernel_has_one_flag_less() => Assert.Equal(("I--Q--", 4), (Read(old.Root)[1].Flags, Read(old.Root)[1].References));

    [Fact]
    public void An_odd_value_affects_only_itself_and_an_odd_line_is_one_error()
    {
        (List<KernelKey> keys, List<ProcException> errors) = GrammarFile.Read<KernelKey>("0000000f I ? ? zz 0 -2 user x\nzz I 1 perm 0 0 0 user x\n00000001 I 1 perm 0 0 0\n", Lines.Read);
        Assert.Equal(["ExpiresIn", "GroupId", "Permissions", "References"], Assert.Single(keys).Unavailable.Keys.Order());
        Assert.Equal([2, 3], errors.Select(error => error.LineNumber));
    }

    [Fact]
    public void The_keys_that_are_seen_here_are_whole()
    {
        Assert.SkipUnless(File.Exists("/proc/keys"), "This kernel has no keys (CONFIG_KEYS).");
        Assert.All(Read(new ProcRoot()), key => Assert.Empty(key.Unavailable));
    }

    private static List<KernelKey> Read(ProcRoot root) =>
        [.. root.Rows<KernelKey>(TestContext.Current.CancellationToken).Select(outcome => outcome.Item ?? throw outcome.Error!)];
}
